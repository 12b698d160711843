package org.ringlight.rpc;

import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.TxHash;

/**
 * A transaction asked for by its hash. The node's word until it is hashed: {@link #blob} hashes to
 * {@code asked}, or the pruned part does together with {@code prunableHash} (version 2).
 *
 * @param pruned the bytes up to signatures and range proofs; not copied
 * @param prunable the rest; empty where it was not asked for, or a pruned node lacks it
 * @param prunableHash hash of the rest; null for version 1
 * @param height of its block; empty while it waits in the pool
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the decoder: no copy
public record FetchedTransaction(
    TxHash asked,
    byte[] pruned,
    byte[] prunable,
    @Nullable Hash prunableHash,
    OptionalLong height) {

  /** All bytes in order: the whole transaction where {@code prunable} is there. */
  public byte[] blob() {
    return joined(pruned, prunable);
  }

  /** The bytes of a transaction whose two parts are held apart. */
  public static byte[] joined(byte[] pruned, byte[] prunable) {
    byte[] blob = Arrays.copyOf(pruned, Math.addExact(pruned.length, prunable.length));
    System.arraycopy(prunable, 0, blob, pruned.length, prunable.length);
    return blob;
  }
}
