package org.ringlight.cli.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.analysis.Assertion;
import org.ringlight.analytics.analysis.AssertionBook;
import org.ringlight.analytics.analysis.DisclosureFile;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.RowPrinter;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight assert}. */
@Command(
    name = "assert",
    description = {
      "Says what the chain does not: that a member is a decoy, that an output is yours, what a ring"
          + " spends. What follows from it is conditional on it, names it, and goes when it is"
          + " retracted; ringlight analyze works it out."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight assert decoy KEYIMAGE 0:1234 --because \"the exchange still holds it\"",
      "  ringlight assert mine 0:1234 --because \"my wallet, not spent\"",
      "  ringlight assert import transfers.json --because \"disclosed by the exchange\"",
      "  ringlight assert list",
      "  ringlight assert retract 3f9a01bc"
    })
public final class AssertCommand {

  private static final String COMMAND_LINE = "command line";

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  private int add(Assertion.Kind kind, @Nullable KeyImage image, String output, String because) {
    AssertionBook.Draft draft;
    try {
      draft =
          new AssertionBook.Draft(kind, image, output(output), because, COMMAND_LINE, null, null);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    try (Lake lake = Lake.openExisting(parent.data())) {
      said(new AssertionBook(lake).add(List.of(draft)));
    }
    return ExitCode.DONE;
  }

  private void said(List<AssertionId> ids) {
    if (ids.size() == 1) {
      parent.out().println(ids.get(0));
      parent.out().flush();
    }
    parent
        .talk()
        .printf(
            Locale.ROOT,
            "%,d assertion%s written. ringlight analyze works out what follows.%n",
            ids.size(),
            ids.size() == 1 ? "" : "s");
  }

  private static OutputName output(String typed) {
    String[] parts = typed.split(":", -1);
    if (parts.length != 2 || parts[1].startsWith("-")) {
      throw new IllegalArgumentException("'" + typed + "' is no output SPACE:INDEX");
    }
    try {
      return new OutputName(Long.parseUnsignedLong(parts[0]), Long.parseLong(parts[1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + typed + "' is no output SPACE:INDEX", e);
    }
  }

  @Command(
      name = "decoy",
      description = "The ring does not spend this member of it.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ringlight assert decoy KEYIMAGE 0:1234 --because \"it is still in cold storage\"",
        "  ringlight assert decoy KEYIMAGE 0:99 --because \"spent in the other transaction\""
      })
  int decoy(
      @Parameters(paramLabel = "KEYIMAGE", description = "The ring.") KeyImage image,
      @Parameters(paramLabel = "SPACE:INDEX", description = "The member.") String output,
      @Mixin Because because) {
    return add(Assertion.Kind.DECOY, image, output, because.words());
  }

  @Command(
      name = "mine",
      description =
          "The output is yours, so that no ring but that of its key image spends it; without a key"
              + " image it is not spent.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ringlight assert mine 0:1234 --because \"my wallet, not spent\"",
        "  ringlight assert mine 0:1234 --key-image KEYIMAGE --because \"my wallet\""
      })
  int mine(
      @Parameters(paramLabel = "SPACE:INDEX", description = "The output.") String output,
      @Option(names = "--key-image", paramLabel = "KEYIMAGE", description = "Its key image.")
          @Nullable KeyImage image,
      @Mixin Because because) {
    return add(Assertion.Kind.MINE, image, output, because.words());
  }

  @Command(
      name = "spends",
      description = "The ring spends this member of it.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ringlight assert spends KEYIMAGE 0:1234 --because \"the sender showed his keys\"",
        "  ringlight assert spends KEYIMAGE 0:77 --because \"order 4711 of the exchange's log\""
      })
  int spends(
      @Parameters(paramLabel = "KEYIMAGE", description = "The ring.") KeyImage image,
      @Parameters(paramLabel = "SPACE:INDEX", description = "The member.") String output,
      @Mixin Because because) {
    return add(Assertion.Kind.SPENDS, image, output, because.words());
  }

  @Command(
      name = "import",
      description =
          "Key images that an owner discloses: CSV with the header"
              + " key_image,index_space,amount_index, or a wallet's incoming_transfers as JSON.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ringlight assert import transfers.json --because \"disclosed by the exchange\"",
        "  ringlight assert import keys.csv --because \"seized wallet, exhibit 12\""
      })
  int disclosures(
      @Parameters(paramLabel = "FILE", description = "What was disclosed.") Path file,
      @Mixin Because because) {
    try (Lake lake = Lake.openExisting(parent.data())) {
      said(new AssertionBook(lake).add(DisclosureFile.read(file, because.words())));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "list",
      description = "The assertions that stand.",
      footerHeading = "%nExamples:%n",
      footer = {"  ringlight assert list", "  ringlight assert list --format csv"})
  int list(
      @Option(
              names = "--format",
              paramLabel = "table|csv|json|jsonl",
              defaultValue = "table",
              description = "Default: ${DEFAULT-VALUE}.")
          Format format) {
    ObjectMapper json = new ObjectMapper();
    try (Lake lake = Lake.openExisting(parent.data());
        RowPrinter rows =
            RowPrinter.of(
                parent.out(),
                format,
                List.of("id", "kind", "key_image", "output", "because", "source"))) {
      for (Assertion one : new AssertionBook(lake).standing()) {
        KeyImage image = one.keyImage();
        rows.add(
            List.<JsonNode>of(
                json.valueToTree(one.id().toString()),
                json.valueToTree(one.kind().word()),
                image == null ? json.nullNode() : json.valueToTree(image.toString()),
                json.valueToTree(one.output().toString()),
                json.valueToTree(one.assumption()),
                json.valueToTree(one.source())));
      }
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "retract",
      description = "It no longer stands; what was said stays written down.",
      footerHeading = "%nExamples:%n",
      footer = {"  ringlight assert retract 3f9a01bc", "  ringlight assert retract 77aa00ff12"})
  int retract(
      @Parameters(paramLabel = "ID", description = "Its id, or the first 8 digits or more.")
          String id) {
    if (!id.matches("[0-9a-f]{8,64}")) {
      throw new ParameterException(spec.commandLine(), "'" + id + "' is no id of 8 digits or more");
    }
    try (Lake lake = Lake.openExisting(parent.data())) {
      Assertion one = new AssertionBook(lake).retract(id);
      parent.talk().println("Retracted: " + one.kind().word() + ' ' + one.output() + ".");
    }
    return ExitCode.DONE;
  }
}
