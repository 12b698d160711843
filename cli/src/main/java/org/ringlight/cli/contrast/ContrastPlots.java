package org.ringlight.cli.contrast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ringlight.cli.contrast.LineChart.Point;
import org.ringlight.cli.contrast.LineChart.Scale;
import org.ringlight.cli.contrast.LineChart.Series;

/** The pictures of a contrast, by file name without ending, of whichever measures there are. */
final class ContrastPlots {

  private static final int MOST_DAYS = 62;
  private static final String MONERO = "Monero";
  private static final String BITCOIN = "Bitcoin";

  private final ContrastTables tables;
  private final String known;
  private final Map<String, LineChart> charts = new LinkedHashMap<>();

  private ContrastPlots(ContrastTables tables, boolean conditional) {
    this.tables = tables;
    known = conditional ? "CONDITIONAL" : "PROVEN";
  }

  /**
   * Draws them.
   *
   * @param conditional whether claims count that rest on an assumption
   */
  static Map<String, LineChart> of(ContrastTables tables, boolean conditional) {
    ContrastPlots plots = new ContrastPlots(tables, conditional);
    plots.overTime();
    plots.byEra();
    plots.spread("origins", "Origins after some hops", "outputs that a spend may come from");
    plots.spread(
        "destinations",
        "Destinations after some hops",
        "outputs that an output's coins may lie in");
    for (String flow : plots.tables.of("poison-bound").distinct("flow")) {
      plots.reach(flow);
      plots.descent(flow);
      plots.purity(flow);
    }
    return plots.charts;
  }

  private void overTime() {
    MeasureTable sets = tables.of("anonymity-sets");
    MeasureTable shares = tables.of("proven-share");
    TreeSet<String> days = new TreeSet<>(sets.where("kind", "day").distinct("period"));
    if (days.isEmpty()) {
      return;
    }
    LocalDate first = LocalDate.parse(days.first());
    LocalDate last = LocalDate.parse(days.last());
    String kind = first.plusDays(MOST_DAYS).isBefore(last) ? "month" : "day";
    List<String> places = calendar(first, last, kind);
    LineChart anonymity =
        new LineChart(
            "Anonymity over time: how many outputs a spend may be of",
            "Monero STATISTICAL: what no finding strikes out, weighed; Bitcoin PROVEN: one"
                + " candidate",
            kind + " (UTC)",
            "effective anonymity set, outputs (mean)",
            Scale.LOG,
            places);
    LineChart traceable =
        new LineChart(
            "Traceable share over time: spends of which it is known what they spend",
            known + ": one candidate is left",
            kind + " (UTC)",
            "share of spends",
            Scale.SHARE,
            places);
    for (boolean monero : new boolean[] {true, false}) {
      anonymity.add(line(sets, kind, places, monero, "mean_effective_set"));
      traceable.add(line(shares, kind, places, monero, "proven_share"));
    }
    forks(anonymity, places);
    forks(traceable, places);
    announced(anonymity);
    charts.put("anonymity-over-time", anonymity);
    charts.put("traceable-share-over-time", traceable);
  }

  /** Every one, with spends or without, so that places are as far apart as they are in time. */
  private static List<String> calendar(LocalDate first, LocalDate last, String kind) {
    return first
        .datesUntil(last.plusDays(1))
        .map(day -> kind.equals("day") ? day.toString() : YearMonth.from(day).toString())
        .distinct()
        .toList();
  }

  private static Series line(
      MeasureTable table, String kind, List<String> places, boolean monero, String column) {
    List<Point> points = new ArrayList<>();
    for (Map<String, String> row :
        table.where("kind", kind).where("chain", monero ? "xmr" : "btc").rows()) {
      double value = MeasureTable.number(row, column);
      points.add(new Point(places.indexOf(MeasureTable.text(row, "period")), value, value, value));
    }
    return series(monero, monero ? MONERO : BITCOIN, points);
  }

  private static Series series(boolean monero, String name, List<Point> points) {
    return new Series(name, monero ? LineChart.VERMILION : LineChart.BLUE, monero, points);
  }

  /** Where Monero's blocks get a new major version. */
  private void forks(LineChart chart, List<String> places) {
    List<Map<String, String>> eras = tables.of("eras").where("chain", "xmr").rows();
    for (Map<String, String> era : eras.subList(Math.min(1, eras.size()), eras.size())) {
      String day = MeasureTable.text(era, "first_day");
      int place = 0;
      while (place < places.size()
          && places.get(place).compareTo(day.substring(0, places.get(place).length())) < 0) {
        place++;
      }
      if (place < places.size()) {
        chart.fork(place, "v" + MeasureTable.text(era, "era"));
      }
    }
  }

  private void announced(LineChart chart) {
    List<Map<String, String>> eras = tables.of("eras").where("chain", "xmr").rows();
    if (!eras.isEmpty()) {
      double all = MeasureTable.number(eras.get(eras.size() - 1), "outputs_so_far");
      chart.ceiling(
          all, String.format(Locale.ROOT, "FCMP++, announced: all outputs (%,.0f here)", all));
    }
  }

  private void byEra() {
    MeasureTable sets = tables.of("anonymity-sets").where("kind", "era").where("chain", "xmr");
    List<String> places = sets.distinct("period").stream().map(era -> "v" + era).toList();
    if (places.isEmpty()) {
      return;
    }
    LineChart chart =
        new LineChart(
            "Monero before and after each hard fork",
            "candidates left: " + known + "; what they are worth: STATISTICAL, by their weights",
            "major version of blocks",
            "outputs for each spend (mean)",
            Scale.LOG,
            places);
    chart.add(
        series(false, "candidates left", points(sets, row -> number(row, "mean_candidates"))));
    chart.add(
        series(
            true,
            "effective anonymity set",
            points(sets, row -> number(row, "mean_effective_set"))));
    announced(chart);
    charts.put("before-and-after-forks", chart);
  }

  private static double number(Map<String, String> row, String column) {
    return MeasureTable.number(row, column);
  }

  private static List<Point> points(
      MeasureTable table, ToDoubleFunction<Map<String, String>> value) {
    List<Point> points = new ArrayList<>();
    for (Map<String, String> row : table.rows()) {
      double one = value.applyAsDouble(row);
      points.add(new Point(points.size(), one, one, one));
    }
    return points;
  }

  private void spread(String measure, String title, String upwards) {
    MeasureTable table = tables.of(measure);
    List<String> hops = table.distinct("hop").stream().sorted(ContrastPlots::byNumber).toList();
    if (hops.isEmpty()) {
      return;
    }
    boolean exact = table.where("exact", "false").rows().isEmpty();
    LineChart chart =
        new LineChart(
            title,
            known
                + " bound: it can be no other"
                + (exact ? "" : "; counted by sketches with a standard error of 4.6 %"),
            "hops",
            upwards + " (mean)",
            Scale.LOG,
            hops);
    for (boolean monero : new boolean[] {true, false}) {
      List<Point> points = new ArrayList<>();
      for (String hop : hops) {
        double mean = tables.mean(measure, monero ? "xmr" : "btc", hop);
        if (mean > 0) {
          points.add(new Point(hops.indexOf(hop), mean, mean, mean));
        }
      }
      chart.add(series(monero, monero ? MONERO : BITCOIN, points));
    }
    charts.put(measure + "-by-hop", chart);
  }

  private static int byNumber(String one, String other) {
    return Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
  }

  private void reach(String flow) {
    MeasureTable table =
        tables.of("reach").where("flow", flow).where(row -> MeasureTable.has(row, "probability"));
    List<String> hops = table.distinct("hop").stream().sorted(ContrastPlots::byNumber).toList();
    if (hops.isEmpty()) {
      return;
    }
    LineChart chart =
        new LineChart(
            "Reach of " + flow + ": probability that it has come to its label",
            "STATISTICAL: share of worlds drawn, with 95 % interval; without a choice it is "
                + known,
            "hops",
            "probability",
            Scale.SHARE,
            hops);
    for (boolean monero : new boolean[] {true, false}) {
      List<Point> points = new ArrayList<>();
      for (Map<String, String> row : table.where("chain", monero ? "xmr" : "btc").rows()) {
        points.add(
            new Point(
                hops.indexOf(MeasureTable.text(row, "hop")),
                number(row, "probability"),
                number(row, "low"),
                number(row, "high")));
      }
      chart.add(series(monero, monero ? MONERO : BITCOIN, points));
    }
    charts.put(fileName(flow) + "-reach", chart);
  }

  private void descent(String flow) {
    MeasureTable bound = tables.of("poison-bound").where("flow", flow);
    MeasureTable drawn = tables.of("reach").where("flow", flow);
    List<String> hops = bound.distinct("hop").stream().sorted(ContrastPlots::byNumber).toList();
    LineChart chart =
        new LineChart(
            "What descends from " + flow + ", and what could",
            "could: " + known + " upper bound; does: STATISTICAL, mean over worlds drawn",
            "hops",
            "outputs, the sources among them",
            Scale.LOG,
            hops);
    for (boolean monero : new boolean[] {true, false}) {
      String chain = monero ? "xmr" : "btc";
      MeasureTable could = bound.where("chain", chain);
      chart.add(
          new Series(
              monero ? MONERO + ": could" : BITCOIN + ": could, and does",
              monero ? LineChart.VERMILION : LineChart.BLUE,
              monero,
              points(could, row -> number(row, "outputs"))));
      if (monero) {
        chart.add(
            new Series(
                MONERO + ": does, on average",
                LineChart.GREEN,
                true,
                points(drawn.where("chain", chain), row -> number(row, "expected_outputs"))));
      }
    }
    charts.put(fileName(flow) + "-descent", chart);
  }

  private void purity(String flow) {
    MeasureTable table = tables.of("purity").where("flow", flow);
    if (table.rows().isEmpty()) {
      return;
    }
    int last =
        table.rows().stream()
            .mapToInt(row -> Integer.parseInt(MeasureTable.text(row, "day")))
            .max()
            .orElse(0);
    List<String> days = IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toList();
    LineChart chart =
        new LineChart(
            "Dilution of " + flow + ": which part of what could descend from it does",
            "STATISTICAL: mean over worlds drawn; without a choice it is " + known,
            "days since the first source",
            "share of outputs",
            Scale.SHARE,
            days);
    for (boolean monero : new boolean[] {true, false}) {
      List<Point> points = new ArrayList<>();
      for (Map<String, String> row : table.where("chain", monero ? "xmr" : "btc").rows()) {
        double purity = number(row, "purity");
        points.add(
            new Point(Integer.parseInt(MeasureTable.text(row, "day")), purity, purity, purity));
      }
      chart.add(series(monero, monero ? MONERO : BITCOIN, points));
    }
    charts.put(fileName(flow) + "-dilution", chart);
  }

  private static String fileName(String flow) {
    return flow.replaceAll("[^A-Za-z0-9-]", "-");
  }
}
