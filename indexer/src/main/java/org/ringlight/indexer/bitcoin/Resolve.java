package org.ringlight.indexer.bitcoin;

import java.time.Clock;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.ids.BitcoinIds;
import org.ringlight.indexer.ids.Scripts;
import org.ringlight.indexer.ids.SpentOutput;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinQuarantineRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.protocol.bitcoin.BitcoinInput;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BitcoinOutput;
import org.ringlight.protocol.bitcoin.BitcoinTransaction;
import org.ringlight.protocol.bitcoin.BlockRules;

/**
 * Gives out dense ids in chain order, finds what each input spends, and checks what can only be
 * checked in that order: that nothing is spent twice or without being there, that no transaction
 * pays more than it spends, and no coinbase more than subsidy and fees. In a slice of the chain
 * what is not there may be older than it, so it is left open.
 */
final class Resolve {

  private static final int HEADER_BYTES = 80;

  private final BitcoinNetwork network;
  private final BitcoinIds ids;
  private final Extent extent;
  private final Unreadable unreadable;
  private final Clock clock;
  private BlockRows rows = new BlockRows();
  private long nextTransaction;
  private long nextInput;
  private long nextOutput;
  private long nextAddress;

  private long height;
  private boolean feesKnown;
  private long fees;
  private int inputAt;
  private int outputAt;
  private final BitSet quarantined = new BitSet();

  /** Whether there are blocks before the first one in the tables. */
  enum Extent {
    WHOLE_CHAIN,
    SLICE
  }

  /** Continues after so many rows of each kind. */
  Resolve(
      BitcoinNetwork network,
      BitcoinIds ids,
      Extent extent,
      Unreadable unreadable,
      StoredBlocks.Counts counts,
      Clock clock) {
    this.network = network;
    this.ids = ids;
    this.extent = extent;
    this.unreadable = unreadable;
    this.clock = clock;
    this.nextTransaction = counts.transactions();
    this.nextInput = counts.inputs();
    this.nextOutput = counts.outputs();
    this.nextAddress = counts.addresses();
  }

  /** How many outputs have ids so far. */
  long outputs() {
    return nextOutput;
  }

  /** How many addresses have ids so far. */
  long addresses() {
    return nextAddress;
  }

  /**
   * The rows of the next block.
   *
   * @throws DataInvalid where it breaks a rule; numbers were given out for it then
   */
  BlockRows block(NamedBlock block) {
    rows = new BlockRows();
    height = block.height();
    feesKnown = true;
    fees = 0;
    inputAt = 0;
    outputAt = 0;
    quarantined.clear();
    ids.expect(block.inputs(), block.outputs(), block.payees());
    List<BitcoinTransaction> transactions = block.block().transactions();
    for (int i = 0; i < transactions.size(); i++) {
      transaction(block, i, transactions.get(i));
    }
    if (feesKnown) {
      try {
        BlockRules.checkReward(block.block(), height, fees, network);
      } catch (DataInvalid e) {
        problem(block, 0, e);
      }
    }
    return rows;
  }

  private void transaction(NamedBlock block, int index, BitcoinTransaction transaction) {
    boolean coinbase = index == 0;
    long paid = coinbase ? 0 : inputs(block, index, transaction);
    requireNoDuplicate(block, index);
    long made = outputs(block, transaction);
    Long fee = coinbase ? Long.valueOf(0) : fee(block, index, paid, made);
    rows.transactions.add(
        new BitcoinTransactionRow(
            nextTransaction++,
            height,
            index,
            transaction.hash(),
            coinbase,
            transaction.version(),
            transaction.lockTime(),
            fee,
            transaction.bytes(),
            transaction.weight(),
            coinbase ? 0 : transaction.inputs().size(),
            transaction.outputs().size()));
  }

  private @Nullable Long fee(NamedBlock block, int index, long paid, long made) {
    if (paid < 0) {
      feesKnown = false;
      return null;
    } else if (paid < made) {
      problem(block, index, invalid("it pays " + made + " satoshi and spends " + paid));
      feesKnown = false;
      return null;
    }
    fees += paid - made;
    if (fees > BlockRules.ALL_COINS) {
      problem(block, index, invalid("with it the block's fees are more coins than there are"));
      feesKnown = false;
      fees = 0;
    }
    return paid - made;
  }

  /** The worth of what is spent; -1 where it is not known, or more than there can be. */
  private long inputs(NamedBlock block, int index, BitcoinTransaction transaction) {
    long sum = 0;
    boolean known = true;
    List<BitcoinInput> inputs = transaction.inputs();
    for (int i = 0; i < inputs.size(); i++, inputAt += 2) {
      long low = block.inputs()[inputAt];
      long high = block.inputs()[inputAt + 1];
      SpentOutput spent = ids.output(low, high);
      if (spent != null) {
        ids.removeOutput(low, high);
        sum = Math.min(sum + spent.value(), BlockRules.ALL_COINS + 1);
      } else {
        known = false;
        if (extent == Extent.WHOLE_CHAIN) {
          problem(block, index, missing(i, inputs.get(i)));
        }
      }
      rows.inputs.add(row(i, inputs.get(i), spent));
    }
    if (sum > BlockRules.ALL_COINS) {
      problem(block, index, invalid("it spends more coins than there are"));
      known = false;
    }
    return known ? sum : -1;
  }

  private static DataInvalid missing(int index, BitcoinInput input) {
    return invalid(
        "input "
            + index
            + " spends output "
            + input.previousIndex()
            + " of "
            + input.previousTx()
            + ", which is not there or was spent before");
  }

  private static DataInvalid invalid(String what) {
    return new DataInvalid(what, "block", DecodeBlocks.ASK_ANOTHER);
  }

  private BitcoinInputRow row(int index, BitcoinInput input, @Nullable SpentOutput spent) {
    Long address =
        spent == null || spent.addressId() == SpentOutput.NO_ADDRESS ? null : spent.addressId();
    return new BitcoinInputRow(
        nextInput++,
        nextTransaction,
        height,
        index,
        input.previousTx(),
        input.previousIndex(),
        spent == null ? null : spent.outputId(),
        spent == null ? null : spent.value(),
        address,
        spent == null ? null : spent.type().word(),
        input.sequence(),
        input.signsAll(),
        input.revealedScript());
  }

  private void requireNoDuplicate(NamedBlock block, int index) {
    if (height >= network.heightInCoinbaseFrom() || Duplicates.isAllowed(height, network)) {
      return;
    }
    int end = outputAt + 2 * block.block().transactions().get(index).outputs().size();
    for (int at = outputAt; at < end; at += 2) {
      if (ids.output(block.outputs()[at], block.outputs()[at + 1]) != null) {
        problem(block, index, invalid("it repeats an earlier one with unspent outputs (BIP 30)"));
        return;
      }
    }
  }

  /** Numbers the outputs and returns their worth. */
  private long outputs(NamedBlock block, BitcoinTransaction transaction) {
    long sum = 0;
    List<BitcoinOutput> outputs = transaction.outputs();
    for (int i = 0; i < outputs.size(); i++, outputAt += 2) {
      BitcoinOutput output = outputs.get(i);
      sum += output.value();
      boolean hasAddress = output.payee().program() != null;
      long address = hasAddress ? address(block, output) : SpentOutput.NO_ADDRESS;
      if (Scripts.isSpendable(height, output.script())) {
        ids.addOutput(
            block.outputs()[outputAt],
            block.outputs()[outputAt + 1],
            new SpentOutput(nextOutput, output.value(), address, output.payee().type()));
      }
      rows.outputs.add(
          new BitcoinOutputRow(
              nextOutput++,
              nextTransaction,
              height,
              i,
              output.value(),
              hasAddress ? address : null,
              output.payee().type().word(),
              hasAddress ? null : output.script()));
    }
    return sum;
  }

  private long address(NamedBlock block, BitcoinOutput output) {
    long low = block.payees()[outputAt];
    long high = block.payees()[outputAt + 1];
    long known = ids.address(low, high);
    if (known != BitcoinIds.UNKNOWN) {
      return known;
    }
    ids.addAddress(low, high, nextAddress);
    rows.addresses.add(new BlockRows.FreshAddress(nextAddress, output.payee()));
    return nextAddress++;
  }

  /** Of a transaction that is kept in quarantine the first problem is told, and its bytes once. */
  private void problem(NamedBlock block, int index, DataInvalid problem) {
    BitcoinTransaction transaction = block.block().transactions().get(index);
    switch (unreadable) {
      case STOP -> throw problem.within("tx " + transaction.hash()).within("height " + height);
      case QUARANTINE -> {
        if (!quarantined.get(index)) {
          quarantined.set(index);
          rows.quarantine.add(
              new BitcoinQuarantineRow(
                  height,
                  block.block().hash(),
                  "transaction " + index + " of the block",
                  String.valueOf(problem.getMessage()),
                  bytes(block, index),
                  clock.instant().getEpochSecond()));
        }
      }
    }
  }

  private static byte[] bytes(NamedBlock block, int index) {
    List<BitcoinTransaction> transactions = block.block().transactions();
    int count = transactions.size();
    int at = HEADER_BYTES + (count < 0xfd ? 1 : count <= 0xffff ? 3 : 5);
    for (int i = 0; i < index; i++) {
      at += transactions.get(i).bytes();
    }
    return Arrays.copyOfRange(block.bytes(), at, at + transactions.get(index).bytes());
  }
}
