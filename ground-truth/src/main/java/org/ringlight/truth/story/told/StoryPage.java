package org.ringlight.truth.story.told;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringlight.truth.story.Event;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.plot.Story;

/** Writes {@code STORY.md}: who paid whom, for readers who want to check a claim by hand. */
final class StoryPage {

  private final Told told;
  private final Kept kept;

  StoryPage(Told told, Kept kept) {
    this.told = told;
    this.kept = kept;
  }

  /** What is kept of the chain beside the page. */
  enum Kept {
    NODE(
        """
        - `node/`: the data directory of the monerod that made the chain (`node/fake/lmdb`)
        - `truth.csv`: key_image, index_space, amount_index, position in the ring, owner; one line
          for each ring of the main chain
        - `outputs.csv`: index_space, amount_index, owner, amount in atomic units; one line for each
          output that a wallet found
        - `labels.csv`: address, owner, role, used_by
        - `exchange_log.csv`, `payouts.csv`, `swap_trades.csv`, `bitcoin_legs.csv`, `rates.csv`,
          `disclosures.csv`: what services of the story wrote down
        - `story.yaml`: the story as it was told, with its seed
        """),
    RECORDING(
        """
        - `recording.zip`: what the node said about this chain, orphaned blocks and pool included
        - `truth.csv`: key_image, index_space, amount_index, position in the ring, owner; one line
          for each ring of the main chain
        - `outputs.csv`: index_space, amount_index, owner, amount in atomic units; one line for each
          output that a wallet found
        - `labels.csv`: address, owner, role, used_by
        """);

    private final String files;

    Kept(String files) {
      this.files = files;
    }
  }

  String markdown() {
    List<String> sections = new ArrayList<>(List.of(head(), actors(), kinds()));
    StoryTrail trail = new StoryTrail(told);
    trail.theft().ifPresent(sections::add);
    trail.swaps().ifPresent(sections::add);
    trail.audits().ifPresent(sections::add);
    told.split().map(trail::split).ifPresent(sections::add);
    sections.add("## Files\n\n" + kept.files);
    return String.join("\n", sections);
  }

  private String head() {
    var truth = told.truth();
    Story story = told.story();
    String early =
        told.endedEarly()
            .map(why -> "**The story ended early**: " + why + "\nAll below is what it had.\n\n")
            .orElse("");
    return """
    # %s

    %sA real chain of a private node (monerod, regtest), made by real wallets. %,d blocks at
    simulated times from %s to %s, %,d transactions, %,d rings of 16, every true spend
    known and found in its ring. The last block is %d, `%s`.

    Seed %d: it decides who pays whom, how much and when; inputs, decoys and therefore
    fees are the wallets' own choice and differ from one telling to the next. %,d payments were
    refused for want of unlocked money and are not part of the story.
    %s\
    """
        .formatted(
            story.title(),
            early,
            truth.blocks(),
            story.start(),
            Instant.ofEpochSecond(told.chain().tip().timestamp()),
            truth.transactions(),
            truth.rings(),
            told.chain().tip().height(),
            told.chain().tip().hash(),
            story.seed(),
            told.journal().refusals(),
            troubles());
  }

  /** What programs that died or did not answer in time have cost; nothing on a good day. */
  private String troubles() {
    if (told.journal().missedTurns().isEmpty() && told.unnoted() == 0) {
      return "";
    }
    return """

    %,d times an actor missed the rest of a turn because a program died or did not answer. %,d
    transactions were sent, but the answer was lost: they are on the chain and in `truth.csv`, but
    whoever sent them did not note what for, below or in its log.
    """
        .formatted(told.journal().missedTurns().size(), told.unnoted());
  }

  private String actors() {
    Map<String, Set<String>> byRole = new TreeMap<>();
    Map<String, Integer> given = new TreeMap<>();
    for (var label : told.journal().labels()) {
      if (label.usedBy().isEmpty()) {
        byRole.computeIfAbsent(label.role(), role -> new LinkedHashSet<>()).add(label.owner());
      } else {
        given.merge(label.role() + "|" + label.owner(), 1, Integer::sum);
      }
    }
    MarkdownTable table = new MarkdownTable("addresses for", "of");
    byRole.forEach((role, names) -> table.row(role, String.join(", ", names)));
    given.forEach(
        (key, count) -> {
          String[] parts = key.split("\\|", 2);
          table.row(parts[0], parts[1] + ", " + count + " given to customers");
        });
    return "## Who\n\n" + table;
  }

  private String kinds() {
    Map<Event.Kind, List<Event>> byKind =
        told.minedEvents().stream()
            .collect(Collectors.groupingBy(Event::kind, TreeMap::new, Collectors.toList()));
    MarkdownTable table = new MarkdownTable("kind", "payers", "transactions", "XMR paid");
    byKind.forEach(
        (kind, events) -> {
          Set<String> payers = new LinkedHashSet<>();
          events.forEach(event -> payers.add(event.actor()));
          table.row(
              kind.words(),
              payers.size() > 3 ? payers.size() + " actors" : String.join(", ", payers),
              "" + events.stream().mapToInt(event -> event.transactions().size()).sum(),
              MarkdownTable.xmr(
                  events.stream()
                      .map(event -> BigDecimal.valueOf(event.amount()))
                      .reduce(BigDecimal.ZERO, BigDecimal::add)));
        });
    return "## What\n\n" + table;
  }
}
