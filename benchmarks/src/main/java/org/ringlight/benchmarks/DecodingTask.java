package org.ringlight.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.DecodedTransaction;

/** One way to go over a blob; what it returns keeps the work from being optimised away. */
enum DecodingTask {
  /** Every byte is touched. */
  READ("read only") {
    @Override
    int run(byte[] blob, Workload.Form form) {
      long sum = 0;
      int words = blob.length - Long.BYTES;
      for (int i = 0; i <= words; i += Long.BYTES) {
        sum += (long) LONGS.get(blob, i);
      }
      return Long.hashCode(sum);
    }
  },

  /** Every byte goes through Keccak once. */
  KECCAK("Keccak only") {
    @Override
    int run(byte[] blob, Workload.Form form) {
      return Keccak.hash(blob)[0];
    }
  },

  /** The transaction as values. */
  DECODE("decode") {
    @Override
    int run(byte[] blob, Workload.Form form) {
      return decoded(blob, form).end();
    }
  },

  /** The transaction as values, and its id. */
  DECODE_AND_HASH("decode and hash") {
    @Override
    int run(byte[] blob, Workload.Form form) {
      return TransactionHashes.of(decoded(blob, form)).hashCode();
    }
  };

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final Hash PRUNABLE_HASH = Hash.parse("ab".repeat(Hash.LENGTH));

  private final String title;

  DecodingTask(String title) {
    this.title = title;
  }

  abstract int run(byte[] blob, Workload.Form form);

  String title() {
    return title;
  }

  private static DecodedTransaction decoded(byte[] blob, Workload.Form form) {
    return switch (form) {
      case WHOLE -> DecodedTransaction.full(blob);
      case PRUNED -> DecodedTransaction.pruned(blob, PRUNABLE_HASH);
    };
  }
}
