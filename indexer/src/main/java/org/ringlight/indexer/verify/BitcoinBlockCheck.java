package org.ringlight.indexer.verify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.bitcoin.LinkedHeaders;
import org.ringlight.indexer.ids.BitcoinIds;
import org.ringlight.indexer.ids.Fingerprints;
import org.ringlight.indexer.ids.Scripts;
import org.ringlight.indexer.ids.SpentOutput;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinQuarantineRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.bitcoin.BitcoinHeader;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.DoubleSha256;
import org.ringlight.protocol.bitcoin.MerkleRoot;
import org.ringlight.protocol.bitcoin.WrittenPayee;

/** Checks one block after the other against its rows and those before it. */
final class BitcoinBlockCheck {

  /** So many outputs and inputs are held in memory before they go to the scratch files. */
  private static final int CHANGES_HELD = 1 << 20;

  private final BitcoinNetwork network;
  private final boolean slice;
  private final BitcoinIds seen;
  private final Fingerprints names;
  private final long[] name = new long[2];
  private final LinkedHeaders headers;
  private final HeaderHash hash = new HeaderHash();
  private final Problems problems = new Problems();
  final LongAdder blocks = new LongAdder();
  final LongAdder transactions = new LongAdder();
  private @Nullable BlockHash last;
  private boolean headersBroken;
  private long inputs;
  private long olderInputs;
  private long outputs;
  private long addresses;
  private long quarantined;
  private long unspent;
  private long unclaimed;
  private long nextInput;
  private int changes;

  /** The rows of one block. */
  record Rows(
      List<BitcoinTransactionRow> transactions,
      List<BitcoinInputRow> inputs,
      List<BitcoinOutputRow> outputs,
      List<BitcoinAddressRow> addresses,
      List<BitcoinQuarantineRow> quarantine) {}

  BitcoinBlockCheck(BitcoinNetwork network, long start, BitcoinIds seen) {
    this.network = network;
    this.slice = start > 0;
    this.seen = seen;
    this.names = seen.fingerprints();
    this.headers = new LinkedHeaders(network, start, start - 1, List.of(), Optional.empty());
  }

  void block(long height, List<BitcoinBlockRow> rows, Rows of) {
    if (rows.size() != 1) {
      problems.add(height, rows.size() + " blocks");
      return;
    }
    BitcoinBlockRow block = rows.get(0);
    header(block);
    quarantined += of.quarantine().size();
    root(block, of.transactions());
    long knownBefore = addresses;
    addresses(height, of.addresses());
    money(block, of, knownBefore);
    blocks.increment();
    if (changes > CHANGES_HELD) {
      seen.flush();
      changes = 0;
    }
  }

  private void header(BitcoinBlockRow block) {
    BitcoinHeader header =
        new BitcoinHeader(
            block.version(),
            block.previousHash(),
            block.merkleRoot(),
            block.timestamp(),
            block.bits(),
            block.nonce());
    BlockHash recomputed = hash.of(header);
    if (!recomputed.equals(block.hash())) {
      problems.add(
          block.height(), "block " + block.hash() + ": its header hashes to " + recomputed);
    }
    last = block.hash();
    if (!headersBroken) {
      try {
        headers.add(header, block.hash());
      } catch (DataInvalid | BranchChanged e) {
        headersBroken = true; // what follows would fail for the same reason
        problems.add(block.height(), String.valueOf(e.getMessage()));
      }
    }
  }

  private void root(BitcoinBlockRow block, List<BitcoinTransactionRow> rows) {
    int length = DoubleSha256.LENGTH;
    byte[] hashes = new byte[rows.size() * length];
    for (int i = 0; i < rows.size(); i++) {
      BitcoinTransactionRow row = rows.get(i);
      if (row.txId() != transactions.sum()
          || row.indexInBlock() != i
          || row.coinbase() != (i == 0)) {
        problems.add(
            block.height(),
            "tx "
                + row.hash()
                + " has id "
                + row.txId()
                + " and index "
                + row.indexInBlock()
                + " where others come next");
      }
      transactions.increment();
      byte[] id = DoubleSha256.reversed(row.hash().toBytes());
      System.arraycopy(id, 0, hashes, i * length, length);
    }
    byte[] root = rows.isEmpty() ? null : MerkleRoot.of(hashes, new DoubleSha256());
    if (rows.size() != block.txCount()
        || root == null
        || !Hash.of(DoubleSha256.reversed(root)).equals(block.merkleRoot())) {
      problems.add(
          block.height(),
          "block " + block.hash() + ": its transactions are not those of its merkle root");
    }
  }

  private void addresses(long height, List<BitcoinAddressRow> rows) {
    for (BitcoinAddressRow row : rows) {
      try {
        names.payee(WrittenPayee.of(row.address(), Scripts.ofWord(row.scriptType())), name, 0);
      } catch (IllegalArgumentException e) {
        problems.add(height, "address " + row.addressId() + ": " + e.getMessage());
        continue;
      }
      if (row.addressId() != addresses || seen.address(name[0], name[1]) != BitcoinIds.UNKNOWN) {
        problems.add(height, "address " + row.address() + " stands twice or has another's id");
      }
      addresses++;
      seen.addAddress(name[0], name[1], row.addressId());
      changes++;
    }
  }

  private void money(BitcoinBlockRow block, Rows of, long knownBefore) {
    int input = 0;
    int output = 0;
    long fees = 0;
    boolean feesKnown = true;
    long fresh = knownBefore;
    for (BitcoinTransactionRow row : of.transactions()) {
      long spent = 0;
      boolean known = true;
      for (int i = 0; i < row.inputCount() && input < of.inputs().size(); i++, input++) {
        BitcoinInputRow in = of.inputs().get(input);
        known &= spend(in, row, i, of.quarantine());
        spent = Math.min(spent + (in.value() == null ? 0 : in.value()), BlockRules.ALL_COINS + 1);
      }
      long made = 0;
      for (int i = 0; i < row.outputCount() && output < of.outputs().size(); i++, output++) {
        BitcoinOutputRow out = of.outputs().get(output);
        make(out, row, i);
        made += out.value();
        fresh = freshAfter(out, fresh);
      }
      if (row.coinbase()) {
        require(made == block.reward(), row, "it pays " + made + ", the block says otherwise");
      } else if (known) {
        boolean kept = !of.quarantine().isEmpty() && (spent < made || spent > BlockRules.ALL_COINS);
        require(
            kept || Objects.equals(row.fee(), spent - made),
            row,
            "its fee is not " + (spent - made));
        fees += spent - made;
      } else {
        feesKnown = false;
        require(row.fee() == null, row, "its fee cannot be known");
      }
    }
    if (input != of.inputs().size() || output != of.outputs().size() || fresh != addresses) {
      problems.add(block.height(), "inputs, outputs or addresses that are no transaction's");
    }
    reward(block, feesKnown, fees, of.quarantine());
  }

  private void reward(
      BitcoinBlockRow block, boolean feesKnown, long fees, List<BitcoinQuarantineRow> quarantine) {
    long most = BlockRules.subsidy(block.height(), network) + fees;
    if (feesKnown && quarantine.isEmpty()) {
      unclaimed += most - block.reward();
      if (block.reward() > most) {
        problems.add(block.height(), "its coinbase pays " + block.reward() + " of at most " + most);
      }
    }
  }

  private long freshAfter(BitcoinOutputRow out, long fresh) {
    Long id = out.addressId();
    if (id == null || id < fresh) {
      return fresh;
    }
    if (id != fresh || id >= addresses) {
      problems.add(out.height(), "output " + out.outputId() + ": no address " + id + " by then");
    }
    return fresh + 1;
  }

  private void require(boolean holds, BitcoinTransactionRow row, String otherwise) {
    if (!holds) {
      problems.add(row.height(), "tx " + row.hash() + ": " + otherwise);
    }
  }

  /** Whether what the input spends is known. */
  private boolean spend(
      BitcoinInputRow in,
      BitcoinTransactionRow by,
      int index,
      List<BitcoinQuarantineRow> quarantine) {
    require(
        in.inputId() == nextInput++ && in.txId() == by.txId() && in.inputIndex() == index,
        by,
        "input " + in.inputId() + " is not its input " + index);
    names.outpoint(in.previousTx(), in.previousIndex(), name, 0);
    SpentOutput spent = seen.output(name[0], name[1]);
    if (spent == null) {
      olderInputs++;
      require(
          in.outputId() == null && (slice || !quarantine.isEmpty()),
          by,
          "input " + index + " spends what is not there, or was spent before");
      return false;
    }
    seen.removeOutput(name[0], name[1]);
    changes++;
    inputs++;
    unspent -= spent.value();
    long address = in.addressId() == null ? SpentOutput.NO_ADDRESS : in.addressId();
    require(
        Objects.equals(in.outputId(), spent.outputId())
            && Objects.equals(in.value(), spent.value())
            && address == spent.addressId()
            && spent.type().word().equals(in.scriptType()),
        by,
        "input " + index + " says other things of what it spends than that output");
    return true;
  }

  private void make(BitcoinOutputRow out, BitcoinTransactionRow by, int index) {
    require(
        out.outputId() == outputs++ && out.txId() == by.txId() && out.indexInTx() == index,
        by,
        "output " + out.outputId() + " is not its output " + index);
    require(
        (out.addressId() == null) != (out.script() == null),
        by,
        "output " + index + " has neither address nor script, or both");
    unspent += out.value();
    if (Scripts.isSpendable(out.height(), out.script())) {
      names.outpoint(by.hash(), out.indexInTx(), name, 0);
      long address = out.addressId() == null ? SpentOutput.NO_ADDRESS : out.addressId();
      seen.addOutput(
          name[0],
          name[1],
          new SpentOutput(out.outputId(), out.value(), address, Scripts.ofWord(out.scriptType())));
      changes++;
    }
  }

  void requireTip(long height, BlockHash tip) {
    if (!tip.equals(last)) {
      problems.add(height, "the tip is said to be " + tip + ", the last block is " + last);
    }
  }

  /** All that exists was made by a subsidy, less what miners did not claim. */
  private void requireSupply(long tip) {
    long supply = 0;
    for (long height = 0; height <= tip; height += network.halvingBlocks()) {
      long era = Math.min(network.halvingBlocks(), tip - height + 1);
      supply += era * BlockRules.subsidy(height, network);
    }
    if (unspent != supply - unclaimed) {
      problems.add(
          tip,
          "unspent outputs hold %d satoshi, the subsidies less what was not claimed are %d"
              .formatted(unspent, supply - unclaimed));
    }
  }

  BitcoinCheckReport report(long tip) {
    boolean whole = !slice && quarantined == 0;
    if (whole) {
      requireSupply(tip);
    }
    return new BitcoinCheckReport(
        blocks.sum(),
        transactions.sum(),
        inputs,
        olderInputs,
        outputs,
        addresses,
        quarantined,
        whole ? OptionalLong.of(unspent) : OptionalLong.empty(),
        whole ? OptionalLong.of(unclaimed) : OptionalLong.empty(),
        problems.kept(),
        problems.count());
  }
}
