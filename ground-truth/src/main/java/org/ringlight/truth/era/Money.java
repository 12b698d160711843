package org.ringlight.truth.era;

import java.util.function.LongConsumer;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.rules.TransactionWeight;

/** Amounts in clear, and fees. */
final class Money {

  static final long XMR = 1_000_000_000_000L;

  /** Below this an amount is left to the miner: 0.001 XMR. */
  static final long DUST = 1_000_000_000L;

  private static final long FEE_STEP = 10_000;

  /** Atomic units for each byte; Monero's four priorities of 2022, and what is none of them. */
  private static final long[] RATES = {20_000, 20_000, 20_000, 20_000, 80_000, 80_000, 320_000};

  private Money() {}

  /** The parts of an amount with a single digit other than zero, the least first. */
  static void digits(long amount, LongConsumer part) {
    long unit = 1;
    for (long rest = amount; rest != 0; rest = Long.divideUnsigned(rest, 10)) {
      long digit = Long.remainderUnsigned(rest, 10);
      if (digit != 0) {
        part.accept(digit * unit);
      }
      unit *= 10;
    }
  }

  /** {@code amount} less what is dust. */
  static long withoutDust(long amount) {
    return amount - amount % DUST;
  }

  /** The two leading digits of an amount, the rest zeros. */
  static long rounded(long amount) {
    long unit = 1;
    while (amount / unit >= 100) {
      unit *= 10;
    }
    return amount / unit * unit;
  }

  /** What a RingCT transaction pays: weight as estimated times a usual rate, or an odd one. */
  static long fee(Draft draft, Site site) {
    long rate = RATES[site.random.nextInt(RATES.length)];
    if (site.chance(4, 100)) {
      rate = site.between(9_000, 500_000);
    }
    long fee =
        rate * (estimatedBytes(draft) + TransactionWeight.clawback(draft.type, draft.pays.size()));
    return site.hardFork >= 12 ? (fee + FEE_STEP - 1) / FEE_STEP * FEE_STEP : fee;
  }

  /** Bytes of the transaction, about. */
  static long estimatedBytes(Draft draft) {
    RingCtType type = draft.type;
    int inputs = draft.rings.size();
    int outputs = draft.pays.size();
    long signatures = 0;
    for (Draft.Ring ring : draft.rings) {
      signatures += (long) ring.members().length * (draft.version == 1 ? 68 : 4);
    }
    return 80
        + inputs * 40L
        + signatures
        + outputs * (44L + type.encryptedAmountBytes() + 32)
        + Prunables.size(type, inputs, outputs, draft.ringSize());
  }
}
