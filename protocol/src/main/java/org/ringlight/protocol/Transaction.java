package org.ringlight.protocol;

/**
 * A transaction of a kind this program reads, or the bytes of one it does not. Only damaged bytes
 * of a known kind are an error ({@link org.ringlight.failure.DataInvalid}); a kind that a later
 * hard fork brings is a value.
 */
public sealed interface Transaction permits TransactionV1, TransactionV2, UnsupportedTransaction {}
