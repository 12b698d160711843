package org.ringlight.truth.twin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.TxHash;
import org.ringlight.truth.CsvFile;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.story.plot.Role;

/**
 * The theft of a story on both chains, as {@code contrast --label} reads it: it begins with what an
 * exchange's payments made the thief's, and may reach what the thief's payments made an exchange's.
 */
final class TheftFlow {

  private static final String HEADER = "flow,role,chain,output";
  private static final String FLOW = "theft";

  private final Truth truth;
  private final List<List<String>> sources = new ArrayList<>();
  private final List<List<String>> labels = new ArrayList<>();

  TheftFlow(Truth truth) {
    this.truth = truth;
  }

  /**
   * Looks at a payment.
   *
   * @param spends what it spends; one at least
   * @param twin its twin
   */
  void see(ToldTransaction told, List<TrueSpend> spends, TxHash twin) {
    String payer = spends.get(0).owner();
    if (truth.is(payer, Role.EXCHANGE)) {
      add(sources, "source", told, Role.THIEF, twin);
    } else if (truth.is(payer, Role.THIEF)) {
      add(labels, "label", told, Role.EXCHANGE, twin);
    }
  }

  private void add(
      List<List<String>> lines, String word, ToldTransaction told, Role payee, TxHash twin) {
    for (OutputRow output : told.outputs()) {
      if (truth.belongsTo(payee, output)) {
        lines.add(List.of(FLOW, word, "xmr", Truth.name(output).toString()));
        lines.add(List.of(FLOW, word, "btc", twin + ":" + output.indexInTx()));
      }
    }
  }

  /** Whether something was stolen. */
  boolean happened() {
    return !sources.isEmpty();
  }

  void write(Path file) {
    List<List<String>> lines = new ArrayList<>(sources);
    lines.addAll(labels);
    CsvFile.write(file, HEADER, lines);
  }
}
