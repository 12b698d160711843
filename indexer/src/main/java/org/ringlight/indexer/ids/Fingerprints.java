package org.ringlight.indexer.ids;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;
import org.bouncycastle.crypto.macs.SipHash128;
import org.bouncycastle.crypto.params.KeyParameter;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.Payee;

/**
 * 128-bit names of outputs and payees: SipHash-2-4 (Aumasson and Bernstein, 2012) under a secret
 * salt, so that whoever writes the chain cannot make two of them meet. Among 2^31 names two are the
 * same with a chance of 2^-67. For one thread.
 */
public final class Fingerprints {

  /** Length of the salt in bytes. */
  public static final int SALT_BYTES = 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final SipHash128 hash = new SipHash128();
  private final byte[] outpoint = new byte[TxHash.LENGTH + Integer.BYTES];
  private final byte[] result = new byte[2 * Long.BYTES];

  Fingerprints(byte[] salt) {
    hash.init(new KeyParameter(salt));
  }

  /** The name of a transaction's output, two words at {@code at}. */
  public void outpoint(TxHash transaction, long index, long[] target, int at) {
    transaction.copyTo(outpoint, 0);
    for (int i = 0; i < Integer.BYTES; i++) {
      outpoint[TxHash.LENGTH + i] = (byte) (index >>> (Byte.SIZE * i));
    }
    hash.update(outpoint, 0, outpoint.length);
    finish(target, at);
  }

  /**
   * The name of a payee, two words at {@code at}.
   *
   * @param payee one that has a program
   */
  public void payee(Payee payee, long[] target, int at) {
    byte[] program = Objects.requireNonNull(payee.program(), "a payee without a program");
    hash.update((byte) Scripts.code(payee.type()));
    hash.update((byte) payee.witnessVersion());
    hash.update(program, 0, program.length);
    finish(target, at);
  }

  private void finish(long[] target, int at) {
    hash.doFinal(result, 0);
    target[at] = (long) LONGS.get(result, 0);
    target[at + 1] = (long) LONGS.get(result, Long.BYTES);
  }
}
