package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.change.PeelChain;
import org.ringlight.analytics.bitcoin.change.PeelChains;
import org.ringlight.analytics.bitcoin.read.OutputPlaces;
import org.ringlight.analytics.bitcoin.read.StoredTransaction;
import org.ringlight.analytics.bitcoin.read.TableFacts;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import org.ringlight.protocol.TxHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight peel}. */
@Command(
    name = "peel",
    description = {
      "Follows a peeling chain both ways from one of its payments: one coin, small payments out of"
          + " it, the change to the next. A step goes on where exactly one output is spent by what"
          + " looks like the same wallet, and stops otherwise. Statistical."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight peel TXHASH", "  ringlight peel --most 1000 --format csv TXHASH"})
public final class PeelCommand implements Callable<Integer> {

  private static final String STEPS = "steps";

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "TXHASH", description = "One of its payments.")
  TxHash hash;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many steps to follow in each direction. Default: ${DEFAULT-VALUE}.")
  int most = 100;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    if (most < 1) {
      throw new ParameterException(spec.commandLine(), "--most is a number of steps, 1 or more");
    }
    try (BitcoinTables tables = new BitcoinTables(parent)) {
      // clusters and owners are not asked about along a chain
      TableFacts facts =
          new TableFacts(tables.lookup(), address -> address, cluster -> CoinTransaction.UNKNOWN);
      StoredTransaction start = tables.transaction(hash);
      PeelChain chain =
          tables.watched(() -> new PeelChains(facts).through(facts.traits(start), most));
      Sections page = new Sections();
      page.head()
          .put("guarantee", "statistical")
          .put("payments", chain.steps().size())
          .put("stopped_before", word(chain.before()))
          .put("stopped_after", word(chain.after()));
      steps(tables, page, chain);
      page.print(parent.out(), format, STEPS);
    }
    return ExitCode.DONE;
  }

  private static String word(PeelChain.Stop stop) {
    return stop.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void steps(BitcoinTables tables, Sections page, PeelChain chain) {
    ArrayNode rows =
        page.list(
            STEPS, "transaction", "height", "output", "address", "value", "role", "guarantee");
    OutputPlaces places = new OutputPlaces(tables.lookup().tables());
    for (PeelChain.Step step : chain.steps()) {
      StoredTransaction transaction = tables.chain().find(step.transaction()).orElseThrow();
      for (int output = 0; output < transaction.outputs(); output++) {
        long id = transaction.outputId(output);
        OutputPlaces.Place place = places.places(id).get(id);
        rows.addObject()
            .put("transaction", transaction.hash().toString())
            .put("height", transaction.height())
            .put("output", output)
            .put("address", place == null ? null : place.address())
            .put("value", transaction.outputValue(output))
            .put("role", role(step, id))
            .put("guarantee", "statistical");
      }
    }
  }

  private static String role(PeelChain.Step step, long output) {
    return step.change() == CoinTransaction.UNKNOWN
        ? "not told"
        : step.change() == output ? "change" : "payment";
  }
}
