package org.ringlight.indexer.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.indexer.ids.OutputSet;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.BlockHashes;

/** Checks one block after the other against its rows and those before it. */
final class BlockCheck {

  private final OutputIds seen;
  private final OutputSet older = new OutputSet();
  private final Extent extent;
  private final Findings findings;
  private final MembershipSum memberships = new MembershipSum();
  private @Nullable BlockHash last;

  /** Indices of space 0 that outputs in quarantine may have taken: at most one for each byte. */
  private long gapAtMost;

  private long nextTransaction;
  private long nextOutput;
  private long nextRing;

  /** Whether there are blocks before the first one in the tables. */
  enum Extent {
    WHOLE_CHAIN,
    SLICE
  }

  BlockCheck(Extent extent, OutputIds seen, Findings findings) {
    this.extent = extent;
    this.seen = seen;
    this.findings = findings;
  }

  void block(
      long height,
      List<BlockRow> blocks,
      List<TransactionRow> transactions,
      List<RingRow> rings,
      List<OutputRow> outputs,
      List<OlderOutputRow> named,
      List<QuarantineRow> quarantine) {
    if (blocks.size() != 1) {
      findings.problem(height, blocks.size() + " blocks");
      return;
    }
    BlockRow block = blocks.get(0);
    if (last != null && !block.previousHash().equals(last)) {
      findings.problem(height, "follows " + block.previousHash() + ", not " + last);
    }
    last = block.hash();
    findings.quarantined += quarantine.size();
    gapAtMost += quarantine.stream().mapToLong(row -> row.bytes().length).sum();
    older(height, named, rings);
    rings.forEach(ring -> ring(height, ring));
    outputs.forEach(output -> output(height, output));
    transactions(height, transactions, rings, outputs);
    id(block, transactions, outputs, quarantine);
    findings.blocks.increment();
  }

  void requireTip(long height, BlockHash hash) {
    if (!hash.equals(last)) {
      findings.problem(height, "the tip is said to be " + hash + ", the last block is " + last);
    }
  }

  private void transactions(
      long height, List<TransactionRow> rows, List<RingRow> rings, List<OutputRow> outputs) {
    Map<Long, List<RingRow>> ringsOf = new HashMap<>();
    rings.forEach(ring -> ringsOf.computeIfAbsent(ring.txId(), id -> new ArrayList<>()).add(ring));
    Map<Long, List<OutputRow>> outputsOf = new HashMap<>();
    outputs.forEach(o -> outputsOf.computeIfAbsent(o.txId(), id -> new ArrayList<>()).add(o));
    for (TransactionRow row : rows) {
      if (row.txId() != nextTransaction++) {
        findings.problem(height, "transaction id " + row.txId() + " where another comes next");
        nextTransaction = row.txId() + 1;
      }
      List<RingRow> own = ringsOf.getOrDefault(row.txId(), List.of());
      List<OutputRow> made = outputsOf.getOrDefault(row.txId(), List.of());
      if (row.outputCount() != made.size()
          || row.inputCount() != own.size() + (row.coinbase() ? 1 : 0)) {
        findings.problem(height, "tx " + row.hash() + ": rings or outputs are missing");
      }
      hash(height, new StoredTransaction(row, own, made));
    }
  }

  private void hash(long height, StoredTransaction stored) {
    try {
      Optional<TxHash> hash = stored.hash();
      if (hash.isEmpty()) {
        findings.notRecomputable++;
      } else {
        findings.transactions.increment();
        if (!hash.get().equals(stored.row().hash())) {
          findings.problem(
              height, "tx " + stored.row().hash() + ": its rows hash to " + hash.get());
        }
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      findings.problem(
          height,
          "tx " + stored.row().hash() + ": its rows make no transaction: " + e.getMessage());
    }
  }

  private void output(long height, OutputRow output) {
    findings.outputs++;
    if (output.outputId() != nextOutput++) {
      findings.problem(height, "output id " + output.outputId() + " where another comes next");
      nextOutput = output.outputId() + 1;
    }
    if (extent == Extent.SLICE && seen.isEmpty(output.indexSpace()) && output.amountIndex() >= 0) {
      seen.begin(output.indexSpace(), output.amountIndex());
    }
    long next = seen.next(output.indexSpace());
    long gap = output.amountIndex() - next;
    if (output.indexSpace() == 0 && gap > 0 && gap <= gapAtMost) {
      seen.skipRingCt(gap);
      gapAtMost -= gap;
    } else if (gap != 0) {
      findings.problem(
          height,
          "output "
              + Long.toUnsignedString(output.indexSpace())
              + ":"
              + output.amountIndex()
              + " where index "
              + next
              + " comes next");
      return;
    }
    seen.add(output.indexSpace(), output.outputId());
  }

  private void older(long height, List<OlderOutputRow> rows, List<RingRow> rings) {
    findings.olderOutputs += rows.size();
    if (rows.isEmpty()) {
      return;
    }
    Set<OutputName> used = new HashSet<>();
    for (RingRow ring : rings) {
      for (long member : ring.members()) {
        used.add(new OutputName(ring.indexSpace(), member));
      }
    }
    for (OlderOutputRow row : rows) {
      OutputName name = new OutputName(row.indexSpace(), row.amountIndex());
      if (!older.add(name)) {
        findings.problem(height, "older output " + name + " is kept twice");
      } else if (!used.contains(name)) {
        findings.problem(height, "older output " + name + " is kept, but no ring here names it");
      }
    }
  }

  private void requireOlder(long height, RingRow ring) {
    for (long member : ring.members()) {
      OutputName name = new OutputName(ring.indexSpace(), member);
      if (seen.isBefore(ring.indexSpace(), member) && !older.contains(name)) {
        findings.problem(
            height,
            "ring "
                + ring.keyImage()
                + ": member "
                + name
                + " is neither here nor an older output");
      }
    }
  }

  private void ring(long height, RingRow ring) {
    findings.rings++;
    if (ring.ringId() != nextRing++) {
      findings.problem(height, "ring id " + ring.ringId() + " where another comes next");
      nextRing = ring.ringId() + 1;
    }
    long[] ids = ring.memberIds();
    long[] expected =
        Arrays.stream(ring.members()).map(m -> seen.find(ring.indexSpace(), m)).toArray();
    if (ids == null || !Arrays.equals(ids, expected)) {
      findings.problem(
          height, "ring " + ring.keyImage() + ": members and their output ids do not agree");
      return;
    }
    if (extent == Extent.SLICE) {
      requireOlder(height, ring);
    }
    findings.members += ids.length;
    memberships.add(ring);
  }

  /** The forward index has to hold exactly the members of the rings. */
  void requireIndexed(long tip, Iterator<MembershipRow> index) {
    MembershipSum indexed = new MembershipSum();
    indexed.add(index);
    if (!indexed.same(memberships)) {
      findings.problem(
          tip,
          "the forward index holds %d memberships that are not those %d of the rings"
              .formatted(indexed.count(), memberships.count()));
    }
  }

  private void id(
      BlockRow block,
      List<TransactionRow> rows,
      List<OutputRow> outputs,
      List<QuarantineRow> quarantine) {
    try {
      BlockHash id = BlockHashes.id(StoredBlock.of(block, rows, outputs, quarantine));
      if (!id.equals(block.hash())) {
        findings.problem(block.height(), "block " + block.hash() + ": its rows hash to " + id);
      }
    } catch (IllegalArgumentException e) {
      findings.problem(
          block.height(), "block " + block.hash() + ": its rows make no block: " + e.getMessage());
    }
  }
}
