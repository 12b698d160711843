package org.ringlight.truth.twin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;

/**
 * How many satoshi a twin holds, where its original holds so many atomic units.
 *
 * <ul>
 *   <li>All amounts are divided by one number, rounded down: the smallest power of ten from 10^4 on
 *       (an XMR becomes a bitcoin) with which no coinbase makes more than its block's subsidy.
 *   <li>An output holds {@value #DUST} satoshi at least, what nodes pass on (Bitcoin Core v28.0
 *       {@code GetDustThreshold}, for P2PKH); Monero's outputs may hold nothing.
 *   <li>Where amounts are hidden and no wallet told them, what the inputs leave after the fee and
 *       the known outputs is split evenly among the others; the remainder goes to the fee.
 *   <li>What rounding up asks for is taken from the fee, and where that does not do from the
 *       largest output. So inputs are always outputs and fee.
 * </ul>
 */
final class Values {

  static final long DUST = 546;

  private static final long LEAST = 10_000;

  private final long atomicPerSatoshi;

  Values(long atomicPerSatoshi) {
    this.atomicPerSatoshi = atomicPerSatoshi;
  }

  /** As the coinbases of a chain ask for. */
  static Values of(Snapshot tables) {
    long divisor = LEAST;
    try (Rows<BlockRow> blocks = tables.scan(BlockRow.TABLE)) {
      while (blocks.hasNext()) {
        BlockRow block = blocks.next();
        long subsidy =
            BlockRules.subsidy(TwinHeights.ofPayments(block.height()), BitcoinNetwork.SIMNET);
        if (subsidy == 0) {
          throw new DataInvalid(
              "no coins are made any more at the twin of this block",
              "height " + block.height(),
              "tell a shorter chain");
        }
        while (Long.divideUnsigned(block.reward(), divisor) > subsidy) {
          divisor = Math.multiplyExact(divisor, 10);
        }
      }
    }
    return new Values(divisor);
  }

  /** How many atomic units are a satoshi. */
  long atomicPerSatoshi() {
    return atomicPerSatoshi;
  }

  /** Satoshi of the outputs of a coinbase, whose amounts are public. */
  long[] made(List<Long> amounts) {
    return amounts.stream().mapToLong(this::satoshi).toArray();
  }

  /**
   * Satoshi of the outputs of a transaction.
   *
   * @param in satoshi that it spends
   * @param fee atomic units
   * @param amounts atomic units, null where not known
   * @param place for messages
   * @throws DataInvalid where the inputs are too little for that many outputs
   */
  long[] paid(long in, long fee, List<@Nullable Long> amounts, String place) {
    long known = 0;
    int hidden = 0;
    for (Long amount : amounts) {
      known += amount == null ? 0 : satoshi(amount);
      hidden += amount == null ? 1 : 0;
    }
    long left = in - known - fee / atomicPerSatoshi;
    long share = hidden == 0 ? 0 : Math.max(DUST, left / hidden);
    long[] values =
        amounts.stream().mapToLong(amount -> amount == null ? share : satoshi(amount)).toArray();
    long lacking = known + hidden * share - in;
    if (lacking > 0) {
      int largest = 0;
      for (int i = 1; i < values.length; i++) {
        largest = values[i] > values[largest] ? i : largest;
      }
      values[largest] -= lacking;
      if (values[largest] < DUST) {
        throw new DataInvalid(
            in + " satoshi for " + values.length + " outputs of at least " + DUST,
            place,
            "put the outputs.csv that truth regtest writes beside truth.csv");
      }
    }
    return values;
  }

  private long satoshi(long atomic) {
    return Math.max(DUST, Long.divideUnsigned(atomic, atomicPerSatoshi));
  }
}
