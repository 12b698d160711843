package org.ringlight.analytics.plugin;

import java.util.List;
import org.ringlight.analytics.heuristic.Card;
import org.ringlight.analytics.heuristic.Heuristic;

/** The page that describes every heuristic, made of their cards. */
public final class HeuristicCatalogue {

  private HeuristicCatalogue() {}

  /** The page of {@code heuristics} as Markdown. */
  public static String markdown(List<Heuristic> heuristics) {
    StringBuilder page =
        new StringBuilder(
            """
            # The heuristics

            This page is generated from their cards; do not edit it. `ringlight heuristics NAME` shows the same. What
            **proven**, **conditional** and **statistical** mean: [what is proven](../concepts/what-is-proven.md) and
            [evaluation](../concepts/evaluation.md).

            | heuristic | guarantee | |
            |---|---|---|
            """);
    for (Heuristic heuristic : heuristics) {
      Card card = heuristic.card();
      page.append(
          "| [%s](#%s) | %s | %s |\n"
              .formatted(
                  card.id().name(),
                  card.id().name(),
                  card.guarantee().level().word(),
                  card.definition()));
    }
    heuristics.forEach(heuristic -> append(page, heuristic.card()));
    return page.toString();
  }

  private static void append(StringBuilder page, Card card) {
    page.append("\n## ").append(card.id().name()).append("\n\n");
    page.append(card.definition()).append("\n\n");
    page.append("- Version ").append(card.id().version()).append(", ");
    page.append(card.guarantee().level().word()).append('\n');
    page.append("- Published: ").append(card.citation()).append('\n');
    page.append("- Where it applies: ").append(card.applies()).append('\n');
    page.append("- Known failures: ").append(card.knownFailures()).append('\n');
    page.append("- Cost: ").append(card.cost()).append('\n');
  }
}
