package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.ids.OutputIds;
import org.ringlight.indexer.ids.OutputSet;
import org.ringlight.lake.Rows;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.OutputName;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.NodeClient;

/**
 * Outputs older than a slice that its rings name: the node is asked for each once, many at a time,
 * ahead of the blocks that need them. A slice that begins at genesis has none. One for a run; for
 * one thread.
 */
final class OlderOutputs {

  /** Names asked for together: some megabytes of answers. */
  private static final int AT_ONCE = 20_000;

  private final NodeClient node;
  private OutputSet known = new OutputSet();
  private long start;
  private long knownUpTo = Long.MIN_VALUE;
  private List<CheckedBlock> coming = List.of();
  private long askedUpTo;
  private Map<OutputName, FetchedOutput> fetched = Map.of();
  private final List<OutputName> needed = new ArrayList<>();

  OlderOutputs(NodeClient node) {
    this.node = node;
  }

  /** Goes on after block {@code shared} of what is stored. */
  void resume(StoredChain stored, long shared) {
    start = stored.start();
    coming = List.of();
    fetched = Map.of();
    needed.clear();
    if (isSlice() && knownUpTo != shared) {
      known = new OutputSet();
      if (stored.tables().isPresent()) {
        try (Rows<OlderOutputRow> rows =
            stored.tables().get().scan(OlderOutputRow.TABLE, start, shared)) {
          rows.forEachRemaining(row -> known.add(name(row)));
        }
      }
    }
    knownUpTo = Long.MIN_VALUE; // until a commit says so
  }

  /**
   * Everything needed up to block {@code height} was committed; of a block after it that failed
   * half-way, nothing was.
   */
  void committed(long height) {
    knownUpTo = needed.isEmpty() ? height : Long.MIN_VALUE;
  }

  private static OutputName name(OlderOutputRow row) {
    return new OutputName(row.indexSpace(), row.amountIndex());
  }

  /** Whether there are blocks before the first one indexed. */
  boolean isSlice() {
    return start > 0;
  }

  /** Blocks that come next, so that what they need can be asked for together. */
  void expect(List<CheckedBlock> blocks) {
    coming = blocks;
    askedUpTo = Long.MIN_VALUE;
  }

  /** Asks for what {@code block} needs, and for what some of the blocks after it need. */
  void prepare(CheckedBlock block, OutputIds ids) {
    if (!isSlice() || block.height() <= askedUpTo) {
      return;
    }
    Set<OutputName> names = new LinkedHashSet<>();
    Map<Long, Long> begins = new HashMap<>();
    for (CheckedBlock next : coming) {
      if (next.height() >= block.height() && names.size() < AT_ONCE) {
        transactions(next).forEach(transaction -> begin(transaction, ids, begins));
        transactions(next).forEach(transaction -> collect(transaction, ids, begins, names));
        askedUpTo = next.height();
      }
    }
    Map<OutputName, FetchedOutput> answers = new HashMap<>();
    if (!names.isEmpty()) {
      node.outputs(List.copyOf(names)).forEach(output -> answers.put(output.asked(), output));
    }
    fetched = answers;
  }

  private static Stream<CheckedTransaction.Verified> transactions(CheckedBlock block) {
    return Stream.concat(
        Stream.of(block.coinbase()),
        block.transactions().stream()
            .filter(CheckedTransaction.Verified.class::isInstance)
            .map(CheckedTransaction.Verified.class::cast));
  }

  /** Where spaces will begin that have no output in the slice yet. */
  private static void begin(
      CheckedTransaction.Verified transaction, OutputIds ids, Map<Long, Long> begins) {
    List<Output> outputs = transaction.shape().prefix().outputs();
    for (int i = 0; i < Math.min(outputs.size(), transaction.outputIndices().length); i++) {
      long space = transaction.shape().indexSpace(outputs.get(i).amount());
      if (ids.isEmpty(space)) {
        begins.putIfAbsent(space, transaction.outputIndices()[i]);
      }
    }
  }

  private void collect(
      CheckedTransaction.Verified transaction,
      OutputIds ids,
      Map<Long, Long> begins,
      Set<OutputName> names) {
    for (Input input : transaction.shape().prefix().inputs()) {
      if (input instanceof Input.ToKey ring) {
        Long begin = begins.get(ring.amount());
        for (long member : ring.offsets().absolute()) {
          OutputName name = new OutputName(ring.amount(), member);
          boolean older =
              begin == null
                  ? ids.isBefore(ring.amount(), member)
                  : Long.compareUnsigned(member, begin) < 0;
          if (older && !known.contains(name)) {
            names.add(name);
          }
        }
      }
    }
  }

  /** A ring of the present block names an output that is older than the slice. */
  void need(long space, long amountIndex) {
    OutputName name = new OutputName(space, amountIndex);
    if (known.add(name)) {
      needed.add(name);
    }
  }

  /**
   * The rows of what the present block was the first to need.
   *
   * @throws DataInvalid where the node does not have an output, or not from before the slice
   */
  List<OlderOutputRow> take(long height) {
    List<OlderOutputRow> rows = needed.stream().map(name -> row(name, height)).toList();
    needed.clear();
    return rows;
  }

  private OlderOutputRow row(OutputName name, long height) {
    FetchedOutput output = fetched.get(name);
    if (output == null) {
      output = node.outputs(List.of(name)).stream().findFirst().orElse(null);
    }
    if (output == null || output.height() >= start) {
      throw new DataInvalid(
          "ring member "
              + name
              + " does not exist: "
              + (output == null
                  ? "the node does not have it"
                  : "the node has it from height "
                      + output.height()
                      + ", which is in the slice from height "
                      + start),
          "index space " + Long.toUnsignedString(name.indexSpace()),
          Decode.ASK_ANOTHER);
    }
    return new OlderOutputRow(
        name.indexSpace(),
        name.amountIndex(),
        height,
        output.height(),
        output.transaction(),
        output.key(),
        output.commitment());
  }
}
