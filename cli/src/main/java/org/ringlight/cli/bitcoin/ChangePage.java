package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.change.ChangeAccuracy;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus.Silence;
import org.ringlight.analytics.bitcoin.change.ChangeHeuristic;
import org.ringlight.analytics.bitcoin.change.ChangePoll;
import org.ringlight.analytics.bitcoin.change.ChangeSource;
import org.ringlight.analytics.bitcoin.read.OutputPlaces;
import org.ringlight.analytics.bitcoin.read.StoredTransaction;
import org.ringlight.analytics.bitcoin.read.TableFacts;
import org.ringlight.analytics.bitcoin.run.ChangeRun;
import org.ringlight.analytics.bitcoin.run.TaggedClusters;
import org.ringlight.protocol.TxHash;

/** Votes, vetoes and what they come to. */
final class ChangePage {

  static final String CHANGE = "change";
  static final String COUNTS = "transactions";
  static final String ACCURACY = "accuracy";

  private static final String STATISTICAL = "statistical";

  private final BitcoinTables tables;
  private final TableFacts facts;
  private final OutputPlaces places;

  ChangePage(BitcoinTables tables, TaggedClusters owners) {
    this.tables = tables;
    this.facts = new TableFacts(tables.lookup(), owners::entityOf, owners::ownerNumber);
    this.places = new OutputPlaces(tables.lookup().tables());
  }

  Sections of(List<TxHash> hashes) {
    Sections page = new Sections();
    page.head().put("guarantee", STATISTICAL);
    ArrayNode change =
        page.list(
            CHANGE,
            "transaction",
            "output",
            "address",
            "value",
            "confidence",
            "sources",
            "dissent",
            "vetoes",
            "why_not",
            "guarantee");
    ArrayNode votes = page.list("votes", "transaction", "heuristic", "confidence", "output");
    for (TxHash hash : hashes) {
      StoredTransaction transaction = tables.transaction(hash);
      ChangeConsensus consensus = new ChangePoll().ask(transaction, facts);
      consensus(change.addObject(), transaction, consensus);
      if (consensus.silence() == Silence.NOBODY) {
        votes(votes, transaction);
      }
    }
    return page;
  }

  private void consensus(ObjectNode row, StoredTransaction transaction, ChangeConsensus consensus) {
    row.put("transaction", transaction.hash().toString());
    if (consensus.isFound()) {
      long output = transaction.outputId(consensus.output());
      row.put("output", consensus.output())
          .put("address", address(output))
          .put("value", transaction.outputValue(consensus.output()))
          .put("confidence", consensus.confidence());
    } else {
      row.putNull("output").putNull("address").putNull("value").putNull("confidence");
    }
    words(row.putArray("sources"), consensus.sources());
    words(row.putArray("dissent"), consensus.dissent());
    ArrayNode vetoes = row.putArray("vetoes");
    ChangeRun.vetoes(consensus).forEach(vetoes::add);
    row.put("why_not", consensus.isFound() ? null : whyNot(consensus));
    row.put("guarantee", STATISTICAL);
  }

  private @Nullable String address(long output) {
    OutputPlaces.Place place = places.places(output).get(output);
    return place == null ? null : place.address();
  }

  private static String whyNot(ChangeConsensus consensus) {
    return consensus.silence() == Silence.NOBODY ? "no agreement" : word(consensus.silence());
  }

  private static String word(Silence silence) {
    return silence.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void words(ArrayNode to, List<ChangeSource> sources) {
    sources.forEach(source -> to.add(source.word()));
  }

  private void votes(ArrayNode rows, StoredTransaction transaction) {
    for (ChangeHeuristic heuristic : ChangePoll.all()) {
      int vote = heuristic.vote(transaction, facts);
      if (vote != ChangeHeuristic.ABSTAINS) {
        rows.addObject()
            .put("transaction", transaction.hash().toString())
            .put("heuristic", heuristic.source().word())
            .put("confidence", heuristic.source().confidence())
            .put("output", vote);
      }
    }
  }

  /** How many transactions were asked about, and why others were not. */
  static void counts(Sections page, ChangeRun run) {
    ArrayNode rows = page.list(COUNTS, "asked", "transactions");
    run.silences().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            one ->
                rows.addObject()
                    .put(
                        "asked",
                        one.getKey() == Silence.NOBODY ? "yes" : "no: " + word(one.getKey()))
                    .put("transactions", one.getValue()));
  }

  /** How each heuristic did; those that looked at what reveals the change are not measured. */
  static void accuracy(Sections page, ChangeRun run) {
    page.head().put("change_revealed", run.accuracy().transactions());
    ArrayNode rows =
        page.list(
            ACCURACY,
            "heuristic",
            "right",
            "wrong",
            "abstained",
            "precision",
            "true_positive_rate",
            "false_positive_rate",
            "guarantee");
    List<ChangeSource> all = new ArrayList<>();
    ChangePoll.all().forEach(heuristic -> all.add(heuristic.source()));
    for (ChangeSource source : all) {
      ObjectNode row = rows.addObject().put("heuristic", source.word());
      ChangeAccuracy accuracy = run.accuracy().accuracy(source).orElse(null);
      if (accuracy == null) {
        row.putNull("right").putNull("wrong").putNull("abstained");
        row.putNull("precision").putNull("true_positive_rate").putNull("false_positive_rate");
        row.put("guarantee", "not measurable so");
      } else {
        row.put("right", accuracy.right())
            .put("wrong", accuracy.wrong())
            .put("abstained", accuracy.abstained());
        share(row, "precision", accuracy.precision());
        share(row, "true_positive_rate", accuracy.truePositiveRate());
        share(row, "false_positive_rate", accuracy.falsePositiveRate());
        row.put("guarantee", STATISTICAL);
      }
    }
  }

  private static void share(ObjectNode row, String name, OptionalDouble share) {
    if (share.isPresent()) {
      row.put(name, Math.round(share.getAsDouble() * 1_000_000) / 1_000_000.0);
    } else {
      row.putNull(name);
    }
  }
}
