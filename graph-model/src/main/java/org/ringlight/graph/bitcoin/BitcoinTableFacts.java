package org.ringlight.graph.bitcoin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringlight.graph.verify.Facts;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;

/**
 * What the tables say of blocks, one after the other; and how much there is that several blocks
 * share.
 */
final class BitcoinTableFacts {

  static final String INPUTS = "inputs";

  private final Addresses lookUp;
  private final Predicate<BitcoinInputRow> isOlder;
  private final BitSet addresses = new BitSet();
  private final Set<String> olderTransactions = new HashSet<>();
  private long olderOutputs;
  private long locked;

  /**
   * Of {@code tables}.
   *
   * @param isOlder inputs that spend an output whose transaction the graph does not have whole
   */
  BitcoinTableFacts(Snapshot tables, Predicate<BitcoinInputRow> isOlder) {
    this.lookUp = new Addresses(tables);
    this.isOlder = isOlder;
  }

  /** Adds a block. */
  void add(Facts facts, BitcoinBlock block, boolean followsOne) {
    long height = block.block().height();
    facts.block(
        height, BitcoinNodes.of(block.block()), links(followsOne ? 1 : 0, followsOne ? 1 : 0));
    List<BitcoinInputRow> older = block.inputs().stream().filter(isOlder).toList();
    Map<Long, BitcoinAddressRow> rows = lookUp.of(block.outputs(), older);
    Map<Long, List<String>> outputs = new HashMap<>();
    for (BitcoinOutputRow output : block.outputs()) {
      outputs
          .computeIfAbsent(output.txId(), id -> new ArrayList<>())
          .add(output(BitcoinNodes.of(output), output.addressId(), rows));
    }
    Map<Long, List<String>> inputs = new HashMap<>();
    for (BitcoinInputRow input : block.inputs()) {
      inputs.computeIfAbsent(input.txId(), id -> new ArrayList<>()).add(input(input, rows));
    }
    for (BitcoinTransactionRow transaction : block.transactions()) {
      facts.transaction(
          height,
          BitcoinNodes.of(transaction),
          outputs.getOrDefault(transaction.txId(), List.of()),
          inputs.getOrDefault(transaction.txId(), List.of()));
    }
    facts.counts().add(INPUTS, block.inputs().size());
  }

  private String input(BitcoinInputRow input, Map<Long, BitcoinAddressRow> rows) {
    String creator = input.previousTx().toString();
    String spent;
    if (isOlder.test(input)) {
      olderTransactions.add(creator);
      olderOutputs++;
      spent = output(BitcoinNodes.spent(input), input.addressId(), rows);
    } else {
      spent = "index=" + input.previousIndex();
    }
    return input(BitcoinNodes.of(input), "hash=" + creator, spent);
  }

  private String output(
      Map<String, Object> node, @Nullable Long address, Map<Long, BitcoinAddressRow> rows) {
    if (address == null) {
      return Facts.text(node);
    }
    locked++;
    addresses.set(Math.toIntExact(address));
    return Facts.text(node) + lockedTo(Facts.text(BitcoinNodes.of(Addresses.named(rows, address))));
  }

  /** How many addresses the outputs of all blocks so far are locked to. */
  long addresses() {
    return addresses.cardinality();
  }

  /** How many transactions the graph has by their hash alone. */
  long olderTransactions() {
    return olderTransactions.size();
  }

  /** How many outputs of those. */
  long olderOutputs() {
    return olderOutputs;
  }

  /** How many outputs are locked to an address. */
  long locked() {
    return locked;
  }

  static String links(long after, long all) {
    return after == all ? "after " + after : "after " + after + " of " + all;
  }

  static String lockedTo(String address) {
    return " locked to " + address;
  }

  static String input(Map<String, Object> spends, String creator, String output) {
    return Facts.text(spends) + " of " + creator + " " + output;
  }
}
