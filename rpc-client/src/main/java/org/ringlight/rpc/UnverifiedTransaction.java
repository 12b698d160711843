package org.ringlight.rpc;

import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Hash;

/**
 * The bytes a node gives for a transaction of a block, with no hash to go with them: that it is the
 * transaction of that place in the block's list must be verified by hashing it.
 *
 * @param blob canonical bytes, whole or pruned as the page was asked; not copied
 * @param prunableHash hash of the part left out; null in full pages, for version 1 transactions,
 *     and wherever the node leaves it zero, as monerod does in every page ({@link PageForm#PRUNED})
 */
@SuppressWarnings("ArrayRecordComponent") // millions of blobs on their way to the decoder: no copy
public record UnverifiedTransaction(byte[] blob, @Nullable Hash prunableHash) {}
