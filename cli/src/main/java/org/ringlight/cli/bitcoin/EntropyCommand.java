package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.concurrent.Callable;
import org.ringlight.analytics.bitcoin.entropy.Boltzmann;
import org.ringlight.analytics.bitcoin.entropy.Entropy;
import org.ringlight.analytics.bitcoin.entropy.EntropySettings;
import org.ringlight.analytics.bitcoin.entropy.Interpretations;
import org.ringlight.analytics.bitcoin.entropy.NotCounted;
import org.ringlight.analytics.bitcoin.entropy.SameAddress;
import org.ringlight.analytics.bitcoin.read.StoredTransaction;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import org.ringlight.protocol.TxHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight entropy}. */
@Command(
    name = "entropy",
    description = {
      "In how many ways a Bitcoin transaction can be read by its values, and in which part of them"
          + " an input is linked with an output (Boltzmann). The count is exact; a probability is"
          + " conditional on all ways being equally likely.",
      "What cannot be counted within the limits is said, and nothing is guessed in its place."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight entropy TXHASH",
      "  ringlight entropy --intrafees --together --format json TXHASH"
    })
public final class EntropyCommand implements Callable<Integer> {

  private static final String LINKS = "links";

  @ParentCommand Ringlight parent;

  @Parameters(paramLabel = "TXHASH", description = "The transaction.")
  TxHash hash;

  @Option(
      names = "--intrafees",
      description = "Let the taker of a CoinJoin pay its makers up to half a per cent.")
  boolean intraFees;

  @Option(names = "--together", description = "Read inputs of one address as one input.")
  boolean together;

  @Option(
      names = "--max-inputs",
      paramLabel = "N",
      defaultValue = "12",
      description = "More inputs or outputs than these are not counted. Default: ${DEFAULT-VALUE}.")
  int most = 12;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}. csv and jsonl list the links.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    EntropySettings settings =
        new EntropySettings(
            most,
            most,
            EntropySettings.USUAL.maxSteps(),
            intraFees ? EntropySettings.USUAL_INTRA_FEES_PPM : 0,
            together ? SameAddress.TOGETHER : SameAddress.APART);
    try (BitcoinTables tables = new BitcoinTables(parent)) {
      StoredTransaction transaction = tables.transaction(hash);
      Entropy entropy = tables.watched(() -> new Boltzmann(settings).of(transaction));
      Sections page = new Sections();
      page.head().put("transaction", hash.toString());
      if (entropy instanceof Interpretations ways) {
        counted(page, transaction, ways);
      } else if (entropy instanceof NotCounted not) {
        page.head().put("not_counted", not.why());
      }
      page.print(parent.out(), format, LINKS);
    }
    return ExitCode.DONE;
  }

  private static void counted(Sections page, StoredTransaction transaction, Interpretations ways) {
    page.head()
        .put("interpretations", ways.count())
        .put("entropy_bits", ways.entropy())
        .put("density_bits", ways.density())
        .put("efficiency", ways.efficiency())
        .put("deterministic_links", ways.certain())
        .put("guarantee", "conditional")
        .put("assumption", "all interpretations are equally likely, and values alone tell");
    ArrayNode rows =
        page.list(
            LINKS,
            "input",
            "input_value",
            "output",
            "output_value",
            "ways",
            "probability",
            "deterministic",
            "guarantee");
    for (int in = 0; in < transaction.inputs(); in++) {
      for (int out = 0; out < transaction.outputs(); out++) {
        rows.addObject()
            .put("input", in)
            .put("input_value", transaction.inputValue(in))
            .put("output", out)
            .put("output_value", transaction.outputValue(out))
            .put("ways", ways.links(in, out))
            .put("probability", ways.probability(in, out))
            .put("deterministic", ways.isCertain(in, out))
            .put("guarantee", "conditional");
      }
    }
  }
}
