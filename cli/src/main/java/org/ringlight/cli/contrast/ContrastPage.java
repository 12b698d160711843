package org.ringlight.cli.contrast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.ringlight.analytics.picture.Png;
import org.ringlight.analytics.picture.Svg;
import org.ringlight.failure.StoreUnavailable;

/** The report: pictures as SVG and PNG, and a page of them as Markdown and as HTML. */
final class ContrastPage {

  private static final String ABOUT =
      "A transparent chain is a private one with rings of size one: the same measures over the"
          + " spends of both. A figure says of no single transaction what it spent; only what is"
          + " called PROVEN follows from the rules of the chain.";

  private final ContrastTables tables;
  private final boolean conditional;
  private final Map<String, LineChart> charts;

  private ContrastPage(ContrastTables tables, boolean conditional, Map<String, LineChart> charts) {
    this.tables = tables;
    this.conditional = conditional;
    this.charts = charts;
  }

  /**
   * Writes {@code plots/*}, {@code contrast.md} and {@code contrast.html} into a folder.
   *
   * @param conditional whether claims count that rest on an assumption
   */
  static void write(Path folder, ContrastTables tables, boolean conditional) {
    Map<String, LineChart> charts = ContrastPlots.of(tables, conditional);
    ContrastPage page = new ContrastPage(tables, conditional, charts);
    try {
      Path plots = Files.createDirectories(folder.resolve("plots"));
      for (var chart : charts.entrySet()) {
        page.draw(plots.resolve(chart.getKey()).toString(), chart.getValue());
      }
      String markdown = page.markdown();
      Files.writeString(folder.resolve("contrast.md"), markdown, StandardCharsets.UTF_8);
      Files.writeString(folder.resolve("contrast.html"), html(markdown), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "a report cannot be written", folder.toString(), "see the disk", e);
    }
  }

  private void draw(String path, LineChart chart) throws IOException {
    Svg svg = new Svg(LineChart.WIDTH, LineChart.HEIGHT, chart.title(), chart.inWords());
    chart.draw(svg);
    Files.writeString(Path.of(path + ".svg"), svg.done(), StandardCharsets.UTF_8);
    Png png = new Png(LineChart.WIDTH, LineChart.HEIGHT);
    chart.draw(png);
    Files.write(Path.of(path + ".png"), png.done());
  }

  /** The columns of {@link #headlines}. */
  static List<String> headlineNames() {
    return List.of(
        "chain", "spends", "mean_candidates", "mean_effective_set", "proven_share", "origins");
  }

  /** A line for each chain that there is: what it comes to over all eras. */
  static List<List<String>> headlines(ContrastTables tables) {
    List<List<String>> lines = new ArrayList<>();
    List<String> hops = tables.of("origins").distinct("hop");
    for (String chain : List.of("xmr", "btc")) {
      if (tables.has(chain)) {
        lines.add(
            List.of(
                chain,
                Long.toString(tables.spends(chain)),
                figure(tables.mean("anonymity-sets", chain, "mean_candidates", "spends")),
                figure(tables.mean("anonymity-sets", chain, "mean_effective_set", "spends")),
                String.format(
                    Locale.ROOT,
                    "%.4f",
                    tables.mean("proven-share", chain, "proven_share", "spends")),
                figure(
                    hops.stream().mapToInt(Integer::parseInt).max().stream()
                        .mapToDouble(hop -> tables.mean("origins", chain, Integer.toString(hop)))
                        .findFirst()
                        .orElse(0))));
      }
    }
    return lines;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private List<String> missing() {
    List<String> lines = new ArrayList<>();
    if (!tables.has("xmr")) {
      lines.add("There are no Monero tables here: ringlight index --node URL makes them.");
    }
    if (!tables.has("btc")) {
      lines.add("There are no Bitcoin tables here: ringlight index-btc makes them.");
    }
    return lines;
  }

  private String markdown() {
    StringBuilder page = new StringBuilder("# Monero beside Bitcoin\n\n").append(ABOUT);
    page.append("\n\n");
    missing().forEach(line -> page.append(line).append("\n\n"));
    page.append(MarkdownTable.of(headlineNames(), headlines(tables)));
    FlowWords.of(tables, conditional).forEach(page::append);
    charts.forEach(
        (name, chart) ->
            page.append("\n## ")
                .append(MarkdownTable.plain(chart.title()))
                .append("\n\n![")
                .append(MarkdownTable.plain(chart.title()))
                .append("](plots/")
                .append(name)
                .append(".svg)\n\n")
                .append(MarkdownTable.plain(chart.inWords()))
                .append('\n'));
    page.append("\n## Tables\n\n");
    for (String table : tables.names()) {
      page.append("- [%1$s](tables/%1$s.csv), [Parquet](tables/%1$s.parquet)\n".formatted(table));
    }
    return page.toString();
  }

  /** The same page as HTML. */
  private static String html(String markdown) {
    List<Extension> tables = List.of(TablesExtension.create());
    Node page = Parser.builder().extensions(tables).build().parse(markdown);
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Monero beside Bitcoin</title>
    <style>
    body { font: 16px/1.5 Helvetica, Arial, sans-serif; max-width: 980px; margin: 2em auto;
      padding: 0 1em; color: #1b1b1b }
    img { max-width: 100% } td, th { padding: .2em .9em; text-align: right }
    tr:nth-child(even) { background: #f3f3f3 }
    </style></head><body>
    """
        + HtmlRenderer.builder().extensions(tables).escapeHtml(true).build().render(page)
        + "</body></html>\n";
  }
}
