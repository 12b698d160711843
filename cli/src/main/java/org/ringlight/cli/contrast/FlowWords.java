package org.ringlight.cli.contrast;

import static org.ringlight.cli.contrast.MarkdownTable.figure;
import static org.ringlight.cli.contrast.MarkdownTable.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be said of each flow on each chain, hop by hop, with how sure it is. */
final class FlowWords {

  private static final List<String> CHAINS = List.of("btc", "xmr");

  private final ContrastTables tables;
  private final boolean conditional;
  private final String flow;

  private FlowWords(ContrastTables tables, boolean conditional, String flow) {
    this.tables = tables;
    this.conditional = conditional;
    this.flow = flow;
  }

  /**
   * A section in Markdown for each flow.
   *
   * @param conditional whether claims count that rest on an assumption
   */
  static List<String> of(ContrastTables tables, boolean conditional) {
    return tables.of("poison-bound").distinct("flow").stream()
        .map(flow -> new FlowWords(tables, conditional, flow).section())
        .toList();
  }

  private String section() {
    StringBuilder section = new StringBuilder("\n## What can be said of ");
    section.append(MarkdownTable.plain(flow)).append(", hop by hop\n");
    for (String chain : CHAINS) {
      if (!of("poison-bound", chain).rows().isEmpty()) {
        String name = chain.equals("btc") ? "Bitcoin" : "Monero";
        section.append("\n### ").append(name).append("\n\n").append(hops(chain));
        section.append('\n').append(value(chain));
      }
    }
    return section.toString();
  }

  private MeasureTable of(String measure, String chain) {
    return tables.of(measure).where("flow", flow).where("chain", chain);
  }

  private String hops(String chain) {
    List<List<String>> lines = new ArrayList<>();
    for (Map<String, String> bound : of("poison-bound", chain).rows()) {
      String hop = MeasureTable.text(bound, "hop");
      List<String> line = new ArrayList<>(List.of(hop, MeasureTable.text(bound, "outputs")));
      List<Map<String, String>> reach = of("reach", chain).where("hop", hop).rows();
      if (reach.isEmpty()) {
        line.addAll(List.of("", ""));
      } else {
        line.add(figure(MeasureTable.number(reach.get(0), "expected_outputs")));
        line.add(reached(reach.get(0), known(chain)));
      }
      lines.add(line);
    }
    return MarkdownTable.of(
        List.of(
            "hop",
            "outputs that could descend",
            "do, on average",
            "probability that a label is reached"),
        lines);
  }

  /** How sure it is that there is no choice; of Bitcoin nothing is assumed. */
  private String known(String chain) {
    return conditional && chain.equals("xmr") ? "CONDITIONAL" : "PROVEN";
  }

  private static String reached(Map<String, String> row, String known) {
    if (!MeasureTable.has(row, "probability")) {
      return "no label named";
    }
    double probability = MeasureTable.number(row, "probability");
    double low = MeasureTable.number(row, "low");
    double high = MeasureTable.number(row, "high");
    if (low == high && probability == 0) {
      return "no (" + known + ")";
    } else if (low == high && probability == 1) {
      return "yes (" + known + ")";
    }
    return "%s, %s to %s (STATISTICAL)".formatted(share(probability), share(low), share(high));
  }

  private String value(String chain) {
    List<Map<String, String>> rows = of("exposure", chain).rows();
    if (rows.isEmpty()) {
      return "Its value cannot be followed: amounts of the sources, or what was spent, are"
          + " hidden.\n";
    }
    return "Exposure, which is CONDITIONAL on how each method shares value out:\n\n"
        + MarkdownTable.of(
            List.of("method", "direct", "indirect", "unattributed", "fees"),
            rows.stream()
                .map(
                    row ->
                        List.of(
                            MeasureTable.text(row, "method"),
                            share(MeasureTable.number(row, "direct")),
                            share(MeasureTable.number(row, "indirect")),
                            share(MeasureTable.number(row, "unattributed")),
                            share(MeasureTable.number(row, "fees"))))
                .toList());
  }
}
