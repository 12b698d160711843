package org.ringlight.analytics.bitcoin.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.analytics.bitcoin.read.Lookup;
import org.ringlight.analytics.bitcoin.read.OutputPlaces;
import org.ringlight.analytics.bitcoin.taint.CoinbaseFees;
import org.ringlight.analytics.bitcoin.taint.TaintBound;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintSources;
import org.ringlight.analytics.finding.Guarantee.Level;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.table.BitcoinTaintRow;

/**
 * Coins of some sources, followed to where they lie: one pass over the chain for all methods and
 * for the bound that holds whatever the method.
 */
public final class TaintRun {

  private final Lookup lookup;
  private final LakeCoins chain;
  private final TaintQuestion question;
  private final TaggedClusters owners;
  private final RunListener listener;
  private final List<Following> followings = new ArrayList<>();
  private final TaintSources sources;
  private final TaintBound bound;
  private boolean boundGivenUp;

  /**
   * Names the sources by what the tables hold.
   *
   * @param owners clusters of the same tip, with the owners where following ends
   * @throws ConfigurationInvalid where the tables do not hold a source
   */
  public TaintRun(
      Lookup lookup, TaintQuestion question, TaggedClusters owners, RunListener listener) {
    this.lookup = lookup;
    this.chain = new LakeCoins(lookup.tables());
    this.question = question;
    this.owners = owners;
    this.listener = listener;
    TaintSources.Builder builder = TaintSources.builder();
    question.starts().forEach(start -> start.addTo(builder, lookup));
    this.sources = builder.build();
    this.bound =
        new TaintBound(sources, owners::isTagged, CoinbaseFees.END, TaintBound.USUAL_LIMIT);
    OutputPlaces places = new OutputPlaces(lookup.tables());
    for (TaintMethod method : question.methods()) {
      followings.add(new Following(question.policy(method), sources, owners, places));
    }
  }

  /** Reads the chain from the first source on. */
  public void follow() {
    listener.stage("follow", "transactions", 0);
    long first = firstHeight();
    chain.forEach(
        first,
        question.until(),
        transaction -> {
          followings.forEach(one -> one.accept(transaction));
          acceptBound(transaction);
          listener.step();
        });
  }

  private long firstHeight() {
    OutputPlaces places = new OutputPlaces(lookup.tables());
    long first = Long.MAX_VALUE;
    for (OutputPlaces.Place place : places.places(sources.all()).values()) {
      first = Math.min(first, place.height());
    }
    if (first > question.until()) {
      throw new ConfigurationInvalid(
          "the first source is at height " + first, "--until " + question.until(), "read further");
    }
    return first;
  }

  private void acceptBound(CoinTransaction transaction) {
    if (!boundGivenUp) {
      try {
        bound.accept(transaction);
      } catch (ConfigurationInvalid e) {
        boundGivenUp = true; // said by its absence
      }
    }
  }

  /** By method, in the order asked for. */
  public List<Following> followings() {
    return List.copyOf(followings);
  }

  /** The last block that was read. */
  public long until() {
    return Math.min(question.until(), chain.tip().height());
  }

  /**
   * The most that can have come to an owner by any way of splitting; empty where the sources reach
   * more than {@link TaintBound#USUAL_LIMIT} outputs.
   */
  public OptionalLong bound(int owner) {
    return boundGivenUp
        ? OptionalLong.empty()
        : OptionalLong.of(bound.of(bound.reachedAt(address -> owners.owner(address) == owner)));
  }

  /** Writes what was followed in place of the rows of its case; the run's name. */
  public String write(Lake lake) {
    try (RunCommit commit = new RunCommit(lake, chain)) {
      commit.begin(Map.of(BitcoinTaintRow.TABLE, -1L));
      long[] number = new long[1];
      commit
          .before()
          .ifPresent(
              tables -> {
                try (Rows<BitcoinTaintRow> rows =
                    tables.scan(BitcoinTaintRow.TABLE, 0, commit.keptUpTo())) {
                  rows.forEachRemaining(
                      row -> {
                        if (!row.caseName().equals(question.caseName())) {
                          commit.append(BitcoinTaintRow.TABLE, numbered(row, number[0]++));
                        }
                      });
                }
              });
      long kept = number[0];
      for (Following following : followings) {
        following.forEach(
            place ->
                commit.append(BitcoinTaintRow.TABLE, row(commit, following, place, number[0]++)));
      }
      commit.end(
          followings.stream().map(one -> "taint-" + one.method().word()).toList(),
          "case %s; sources %s; until %d%s"
              .formatted(
                  question.caseName(),
                  String.join(" ", sources.names()),
                  until(),
                  owners.tags().digest().isEmpty() ? "" : "; " + owners.tags().digest()),
          kept);
      return commit.runId();
    }
  }

  private static BitcoinTaintRow numbered(BitcoinTaintRow row, long number) {
    return new BitcoinTaintRow(
        number,
        row.caseName(),
        row.source(),
        row.method(),
        row.txHash(),
        row.outputIndex(),
        row.address(),
        row.tainted(),
        row.value(),
        row.place(),
        row.guarantee(),
        row.assumption(),
        row.runId(),
        row.height());
  }

  private BitcoinTaintRow row(
      RunCommit commit, Following following, TaintedPlace place, long number) {
    return new BitcoinTaintRow(
        number,
        question.caseName(),
        place.source(),
        following.method().word(),
        place.where().transaction(),
        place.where().index(),
        place.where().address(),
        place.tainted(),
        place.where().value(),
        place.kind().word(),
        Level.CONDITIONAL.word(),
        following.assumption(),
        commit.runId(),
        until());
  }
}
