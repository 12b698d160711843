package org.ringlight.analytics.bitcoin.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoinSign;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoinVerdict;
import org.ringlight.analytics.bitcoin.coinjoin.WhirlpoolLineage;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.analytics.bitcoin.read.StoredTransaction;
import org.ringlight.analytics.finding.Guarantee.Level;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.BitcoinCoinJoinRow;

/**
 * The signs of CoinJoins in every transaction, with the lineage of Whirlpool's coins; one pass, in
 * memory are the unspent coins of Whirlpool's shape.
 */
public final class CoinJoinRun {

  /** As rows of runs write it. */
  public static final String HEURISTIC = "coinjoins";

  private final LakeCoins chain;
  private final RunListener listener;
  private final Map<String, Long> counts = new TreeMap<>();

  public CoinJoinRun(LakeCoins chain, RunListener listener) {
    this.chain = chain;
    this.listener = listener;
  }

  /** How many signs that stand there are, by kind. */
  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** Looks, and writes nothing. */
  public void look() {
    look((transaction, sign, stands) -> {});
  }

  /** Looks, and writes every sign in place of those before; the run's name. */
  public String write(Lake lake) {
    try (RunCommit commit = new RunCommit(lake, chain)) {
      commit.begin(Map.of(BitcoinCoinJoinRow.TABLE, -1L));
      look(
          (transaction, sign, stands) ->
              commit.append(
                  BitcoinCoinJoinRow.TABLE,
                  new BitcoinCoinJoinRow(
                      transaction.height(),
                      transaction.hash(),
                      sign.kind().word(),
                      sign.confidence(),
                      sign.participants(),
                      sign.denominations().stream().mapToLong(Long::longValue).toArray(),
                      stands == Stands.YES,
                      Level.STATISTICAL.word(),
                      commit.runId())));
      commit.end(List.of(HEURISTIC), "");
      return commit.runId();
    }
  }

  private enum Stands {
    YES,
    NO
  }

  @FunctionalInterface
  private interface Sight {
    void see(StoredTransaction transaction, CoinJoinSign sign, Stands stands);
  }

  private void look(Sight sight) {
    listener.stage("read", "transactions", chain.count());
    WhirlpoolLineage lineage = new WhirlpoolLineage();
    counts.clear();
    chain.forEach(
        transaction -> {
          CoinJoinVerdict verdict = lineage.look(transaction);
          Stands stands = verdict.stonewall() ? Stands.NO : Stands.YES;
          for (CoinJoinSign sign : verdict.signs()) {
            see(sight, transaction, sign, stands);
          }
          verdict.tx0().ifPresent(sign -> see(sight, transaction, sign, Stands.YES));
          listener.step();
        });
  }

  private void see(Sight sight, StoredTransaction transaction, CoinJoinSign sign, Stands stands) {
    if (stands == Stands.YES) {
      counts.merge(sign.kind().word(), 1L, Long::sum);
    }
    sight.see(transaction, sign, stands);
  }
}
