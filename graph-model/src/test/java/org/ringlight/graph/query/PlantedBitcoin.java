package org.ringlight.graph.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ringlight.graph.finding.GraphChange;
import org.ringlight.graph.finding.GraphCoinJoin;
import org.ringlight.graph.finding.GraphTaint;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.protocol.TxHash;

/** Taint, change and CoinJoins of the story of Bitcoin, from files to the graph. */
final class PlantedBitcoin {

  private PlantedBitcoin() {}

  static void plant(GraphConnection graph, String source, String prefix, MiniGraph.Ending ending) {
    List<Map<String, String>> taint = Planted.ofBitcoin(prefix + "taint.csv");
    for (String name : taint.stream().map(row -> text(row, "case")).distinct().toList()) {
      RunLoad run = RunLoad.begin(graph, RunLoad.Kind.TAINT, name);
      taint.stream()
          .filter(row -> text(row, "case").equals(name))
          .forEach(row -> run.add(taint(row)));
      end(run, ending);
    }
    RunLoad change = RunLoad.begin(graph, RunLoad.Kind.CHANGE, source);
    Planted.ofBitcoin(prefix + "change.csv").forEach(row -> change.add(change(row)));
    end(change, ending);
    RunLoad coinJoins = RunLoad.begin(graph, RunLoad.Kind.COINJOINS, source);
    Planted.ofBitcoin(prefix + "coinjoins.csv").forEach(row -> coinJoins.add(coinJoin(row)));
    end(coinJoins, ending);
  }

  private static void end(RunLoad run, MiniGraph.Ending ending) {
    run.flush();
    ending.of(run);
  }

  private static GraphTaint taint(Map<String, String> row) {
    return new GraphTaint(
        text(row, "from"),
        text(row, "method"),
        transaction(row),
        index(row),
        Long.parseLong(text(row, "tainted")),
        text(row, "place"),
        text(row, "guarantee"),
        text(row, "assumption"));
  }

  private static GraphChange change(Map<String, String> row) {
    return new GraphChange(
        transaction(row),
        index(row),
        Integer.parseInt(text(row, "confidence")),
        words(row, "sources"),
        words(row, "dissent"),
        words(row, "vetoes"),
        text(row, "guarantee"));
  }

  private static GraphCoinJoin coinJoin(Map<String, String> row) {
    return new GraphCoinJoin(
        TxHash.parse(text(row, "transaction")),
        text(row, "sign"),
        Integer.parseInt(text(row, "confidence")),
        Integer.parseInt(text(row, "participants")),
        words(row, "denominations").stream().map(Long::valueOf).toList(),
        Boolean.parseBoolean(text(row, "stands")),
        text(row, "guarantee"));
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static TxHash transaction(Map<String, String> row) {
    return TxHash.parse(text(row, "output").split(":", -1)[0]);
  }

  private static long index(Map<String, String> row) {
    return Long.parseLong(text(row, "output").split(":", -1)[1]);
  }

  private static List<String> words(Map<String, String> row, String column) {
    return Stream.of(row.getOrDefault(column, "").split(" ", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
