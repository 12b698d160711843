package org.ringlight.truth;

/**
 * Whose an address is.
 *
 * @param owner who holds its keys
 * @param role what it is for, as "exchange deposit"
 * @param usedBy to whom the owner gave it, as a customer of an exchange; empty if to nobody
 */
public record AddressLabel(String address, String owner, String role, String usedBy) {}
