package org.ringlight.analytics.bitcoin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.bitcoin.change.ChangeAccuracy;
import org.ringlight.analytics.bitcoin.change.ChangeSource;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.analytics.bitcoin.read.Lookup;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BitcoinChangeRow;
import org.ringlight.lake.table.BitcoinClusterRow;
import org.ringlight.lake.table.BitcoinCoinJoinRow;
import org.ringlight.lake.table.BitcoinRefusedMergeRow;
import org.ringlight.lake.table.BitcoinTaintRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.TxHash;

/** Runs over seeded chains whose owners and change are known. */
class RunsTest {

  @TempDir Path folder;

  private static ClusterRun.Result cluster(Lake lake) {
    List<ClusterRun.Result> told = new ArrayList<>();
    try (Snapshot tables = LakeCoins.chain(lake);
        Clustering found = run(lake, tables).write(told::add)) {
      assertThat(found.clusters().size()).isPositive();
    }
    return told.get(0);
  }

  private static ClusterRun run(Lake lake, Snapshot tables) {
    return new ClusterRun(
        lake,
        new LakeCoins(tables),
        Tags.NONE,
        CommonInputOwnership.USUAL_GUARDS,
        RunListener.SILENT);
  }

  /** Rows as text without the run that wrote them. */
  private static <R, T> List<T> rows(Lake lake, Table<R> table, Function<R, T> text) {
    try (Snapshot findings = lake.current(Namespace.BTC_FINDINGS).orElseThrow();
        Rows<R> rows = findings.scan(table)) {
      return rows.stream().map(text).toList();
    }
  }

  private static List<String> clusters(Lake lake) {
    return rows(
        lake, BitcoinClusterRow.TABLE, row -> row.address() + " " + row.cluster() + row.height());
  }

  private static List<String> refused(Lake lake) {
    return rows(
        lake,
        BitcoinRefusedMergeRow.TABLE,
        row -> row.height() + " " + row.txHash() + row.reason() + row.clusters());
  }

  @Test
  void clustersAreWhatBruteForceFinds() {
    TradingChain told = TradingChain.of(3, 120);
    try (Lake lake = Lake.open(folder)) {
      told.chain.writeTo(lake);
      cluster(lake);
      assertThat(rows(lake, BitcoinClusterRow.TABLE, row -> row.address() + " " + row.cluster()))
          .containsExactlyInAnyOrderElementsOf(bruteForce(told));
      assertThat(refused(lake)).isNotEmpty().allMatch(row -> row.contains("coin-join"));
    }
  }

  private static List<String> bruteForce(TradingChain told) {
    Map<String, String> names = new HashMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (List<String> together : told.spentTogether) {
        String least =
            together.stream()
                .map(one -> names.getOrDefault(one, one))
                .min(Comparator.comparing(told.chain::addressId))
                .orElseThrow();
        for (String one : together) {
          changed |= !least.equals(names.put(one, least));
        }
      }
    }
    Map<String, List<String>> members = new TreeMap<>();
    names.forEach((one, name) -> members.computeIfAbsent(name, any -> new ArrayList<>()).add(one));
    List<String> rows = new ArrayList<>();
    members.forEach(
        (name, all) -> {
          if (all.size() > 1) {
            all.forEach(one -> rows.add(one + " " + name));
          }
        });
    return rows;
  }

  @Test
  void goingOnFromARunGivesTheRowsOfOneRunOverAll() {
    for (long seed = 1; seed <= 4; seed++) {
      TradingChain told = TradingChain.of(seed, 90);
      try (Lake lake = Lake.open(folder.resolve("whole-" + seed));
          Lake parts = Lake.open(folder.resolve("parts-" + seed))) {
        told.chain.writeTo(lake);
        cluster(lake);
        told.chain.writeBetween(parts, -1, 50);
        cluster(parts);
        told.chain.writeBetween(parts, 50, 70);
        told.chain.writeBetween(parts, 70, 89);
        assertThat(cluster(parts).keptUpTo()).isEqualTo(50);
        assertThat(clusters(parts)).as("seed %d", seed).isEqualTo(clusters(lake));
        assertThat(refused(parts)).as("seed %d", seed).isEqualTo(refused(lake));
      }
    }
  }

  @Test
  void afterAReorganisationNothingOfTheLostBranchIsLeft() {
    for (long seed = 1; seed <= 4; seed++) {
      TradingChain lost = TradingChain.branching(seed, 60, seed + 10, 80);
      TradingChain kept = TradingChain.branching(seed, 60, seed + 20, 82);
      try (Lake lake = Lake.open(folder.resolve("never-" + seed));
          Lake turned = Lake.open(folder.resolve("turned-" + seed))) {
        kept.chain.writeTo(lake);
        cluster(lake);
        lost.chain.writeBetween(turned, -1, 50);
        cluster(turned);
        lost.chain.writeBetween(turned, 50, 79);
        cluster(turned);
        coinJoins(turned);
        kept.chain.writeBetween(turned, 59, 81);
        assertThat(cluster(turned).keptUpTo()).isEqualTo(50);
        assertThat(clusters(turned)).as("seed %d", seed).isEqualTo(clusters(lake));
        assertThat(refused(turned)).as("seed %d", seed).isEqualTo(refused(lake));
        // what another run said of the lost branch went down to the last run on this one
        assertThat(rows(turned, BitcoinCoinJoinRow.TABLE, BitcoinCoinJoinRow::height).stream())
            .allMatch(height -> height <= 50);
      }
    }
  }

  private static void coinJoins(Lake lake) {
    try (Snapshot tables = LakeCoins.chain(lake)) {
      CoinJoinRun run = new CoinJoinRun(new LakeCoins(tables), RunListener.SILENT);
      run.write(lake);
      assertThat(run.counts()).containsKey("equal-outputs");
    }
  }

  @Test
  void runsOfOtherKindsLeaveEachOtherAlone() {
    TradingChain told = TradingChain.of(5, 60);
    try (Lake lake = Lake.open(folder)) {
      told.chain.writeTo(lake);
      cluster(lake);
      coinJoins(lake);
      List<String> before = clusters(lake);
      long signs = rows(lake, BitcoinCoinJoinRow.TABLE, BitcoinCoinJoinRow::kind).size();
      taint(lake, firstPayment(told));
      coinJoins(lake);
      assertThat(clusters(lake)).isEqualTo(before);
      assertThat(rows(lake, BitcoinCoinJoinRow.TABLE, BitcoinCoinJoinRow::kind))
          .hasSize((int) signs);
      assertThat(rows(lake, BitcoinTaintRow.TABLE, BitcoinTaintRow::method)).isNotEmpty();
      assertThat(rows(lake, RunRow.BITCOIN_TABLE, row -> row.number() + row.heuristics()))
          .containsExactly("0common-input-ownership", "1coinjoins", "2taint-fifo", "3coinjoins");
    }
  }

  private static TxHash firstPayment(TradingChain told) {
    return BitcoinChain.txHash(told.changes.keySet().stream().min(Long::compare).orElseThrow());
  }

  private static void taint(Lake lake, TxHash hash) {
    try (SqlSession session = Sql.open(lake)) {
      Lookup lookup = new Lookup(session);
      try (Clustering found = run(lake, lookup.tables()).compute()) {
        TaintQuestion question =
            new TaintQuestion(
                "case",
                List.of(new TaintStart.Output("it", hash, 0, TaintStart.Output.WHOLE)),
                List.of(TaintMethod.FIFO),
                Optional.empty(),
                Long.MAX_VALUE);
        TaintRun run =
            new TaintRun(
                lookup,
                question,
                new TaggedClusters(found.clusters(), Tags.NONE),
                RunListener.SILENT);
        run.follow();
        run.write(lake);
      }
    }
  }

  @Test
  void changeIsNamedAndMeasuredOnWhatTheChainReveals() {
    TradingChain told = TradingChain.of(11, 700);
    try (Lake lake = Lake.open(folder)) {
      told.chain.writeTo(lake);
      try (Snapshot tables = LakeCoins.chain(lake);
          Clustering found = run(lake, tables).compute()) {
        ChangeRun change =
            new ChangeRun(
                new LakeCoins(tables),
                new TaggedClusters(found.clusters(), Tags.NONE),
                RunListener.SILENT);
        change.write(lake);
        ChangeAccuracy version =
            change.accuracy().accuracy(ChangeSource.SAME_VERSION).orElseThrow();
        assertThat(version.wrong()).isZero();
        assertThat(version.right()).isGreaterThan(4);
        assertThat(change.accuracy().transactions()).isGreaterThan(10);
        Map<TxHash, Integer> truth = new HashMap<>();
        told.changes.forEach((tx, index) -> truth.put(BitcoinChain.txHash(tx), index));
        long right = 0;
        long wrong = 0;
        try (Snapshot findings = lake.current(Namespace.BTC_FINDINGS).orElseThrow();
            Rows<BitcoinChangeRow> rows = findings.scan(BitcoinChangeRow.TABLE)) {
          while (rows.hasNext()) {
            BitcoinChangeRow row = rows.next();
            Integer index = truth.get(row.txHash());
            right += index != null && index == row.outputIndex() ? 1 : 0;
            wrong += index != null && index != row.outputIndex() ? 1 : 0;
          }
        }
        assertThat(right + wrong).isPositive().isLessThanOrEqualTo(change.found());
        assertThat(right).isGreaterThan(4 * wrong);
      }
    }
  }
}
