package org.ringlight.graph.load.offline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.OutputName;

/**
 * Numbers the nodes of a range of heights, kind after kind, by their dense ids: so the importer
 * needs no index to find them.
 */
final class NodeNumbers {

  private final long firstBlock;
  private final long firstTransaction;
  private final long firstRing;
  private final long firstOutput;
  private final long blocks;
  private final long transactions;
  private final long rings;
  private final long outputs;
  private final long olderOutputs;
  private long start;
  private long[] olderIds = {};
  private final Map<OutputName, Long> olderNames = new HashMap<>();

  /** How many rows of each kind there are, and which dense id is the first. */
  NodeNumbers(Span block, Span transaction, Span ring, Span output) {
    firstBlock = block.first();
    firstTransaction = transaction.first();
    firstRing = ring.first();
    firstOutput = output.first();
    blocks = 1;
    transactions = blocks + block.count();
    rings = transactions + transaction.count();
    outputs = rings + ring.count();
    olderOutputs = outputs + output.count();
  }

  /** Dense ids from {@code first} on. */
  record Span(long first, long count) {}

  /** Says which number is the first. */
  void startAt(long first) {
    start = first;
  }

  /** The number after the last. */
  long end() {
    return start + olderOutputs + olderIds.length + olderNames.size();
  }

  /**
   * Says which outputs from before the range there are.
   *
   * @param ascendingIds the dense ids of those that the tables hold
   * @param names those that the tables know by name only
   */
  void older(long[] ascendingIds, List<OutputName> names) {
    olderIds = ascendingIds;
    long next = start + olderOutputs + ascendingIds.length;
    for (OutputName name : names) {
      olderNames.put(name, next++);
    }
  }

  long firstOutput() {
    return firstOutput;
  }

  long graph() {
    return start;
  }

  long block(long height) {
    return start + blocks + height - firstBlock;
  }

  long transaction(long txId) {
    return start + transactions + txId - firstTransaction;
  }

  long ring(long ringId) {
    return start + rings + ringId - firstRing;
  }

  long output(long outputId) {
    if (outputId >= firstOutput) {
      return start + outputs + outputId - firstOutput;
    }
    int place = Arrays.binarySearch(olderIds, outputId);
    if (place < 0) {
      throw new IllegalStateException("an older output that was not collected: " + outputId);
    }
    return start + olderOutputs + place;
  }

  long named(OutputName name) {
    Long number = olderNames.get(name);
    if (number == null) {
      throw new DataInvalid(
          "a ring names an output that is not in the tables",
          name.toString(),
          "run ringlight verify; where tables are damaged, index again");
    }
    return number;
  }

  /** The member at {@code position}. */
  long member(RingRow ring, int position) {
    long[] ids = ring.memberIds();
    long id = ids == null ? RingRow.NO_ID : ids[position];
    return id == RingRow.NO_ID
        ? named(new OutputName(ring.indexSpace(), ring.members()[position]))
        : output(id);
  }
}
