package org.ringlight.cli.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.heuristic.Card;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.plugin.PlugIns;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.RowPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight heuristics}. */
@Command(
    name = "heuristics",
    description = {
      "Which heuristics there are: what each claims, on what grounds, where it fails, what it costs.",
      "With a name, all that is known of that one."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight heuristics", "  ringlight heuristics closed-sets --format json"})
public final class HeuristicsCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "One of them.")
  @Nullable String name;

  @Option(
      names = "--plugin",
      paramLabel = "JAR",
      description = "A jar with heuristics of your own; may be given several times.")
  List<Path> jars = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    try (PlugIns plugIns = PlugIns.open(jars)) {
      List<Heuristic> chosen =
          plugIns.heuristics().named(name == null ? List.of() : List.of(name));
      if (name != null && format == Format.TABLE) {
        whole(chosen.get(0).card());
      } else {
        rows(chosen.stream().map(Heuristic::card).toList());
      }
    }
    return ExitCode.DONE;
  }

  private void rows(List<Card> cards) {
    List<String> columns =
        format == Format.TABLE
            ? List.of("name", "guarantee", "definition")
            : List.of(
                "name",
                "version",
                "guarantee",
                "definition",
                "citation",
                "applies",
                "known_failures",
                "cost");
    ObjectMapper json = new ObjectMapper();
    try (RowPrinter rows = RowPrinter.of(parent.out(), format, columns)) {
      for (Card card : cards) {
        rows.add(
            values(card, columns.size()).<JsonNode>map(json::valueToTree).toList());
      }
    }
  }

  private static Stream<String> values(Card card, int columns) {
    String guarantee = card.guarantee().level().word();
    return columns == 3
        ? Stream.of(card.id().name(), guarantee, card.definition())
        : Stream.of(
            card.id().name(),
            card.id().version(),
            guarantee,
            card.definition(),
            card.citation(),
            card.applies(),
            card.knownFailures(),
            card.cost());
  }

  private void whole(Card card) {
    parent.out().println(card.id() + ", version " + card.id().version());
    line("guarantee", card.guarantee().level().word());
    line("definition", card.definition());
    line("citation", card.citation());
    line("applies", card.applies());
    line("known failures", card.knownFailures());
    line("cost", card.cost());
    parent.out().flush();
  }

  private void line(String what, String text) {
    parent.out().printf("  %-15s %s%n", what, text);
  }
}
