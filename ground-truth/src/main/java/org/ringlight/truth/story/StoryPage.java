package org.ringlight.truth.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.WalletTransaction;

/** Writes {@code STORY.md}: who paid whom, for readers who want to check a claim by hand. */
final class StoryPage {

  private static final Set<String> TRAIL = Set.of("theft", "split", "churn", "cash-out");
  private static final int XMR_DIGITS = 12;
  private static final int SHOWN_DIGITS = 4;

  private final DemoStory.Told told;
  private final long seed;

  StoryPage(DemoStory.Told told, long seed) {
    this.told = told;
    this.seed = seed;
  }

  String markdown() {
    return String.join(
        "\n", head(), actors(), kinds(), trail(), doubleSpend(told.doubleSpend()), files());
  }

  private String head() {
    var truth = told.truth();
    return """
    # The story of the demo chain

    A real chain of a private node (monerod, regtest), made by real wallets. %,d blocks at
    simulated times, %,d transactions, %,d rings of 16, every true spend known and found in its
    ring. Seed %d: it decides who pays whom, how much and when; inputs, decoys and therefore
    fees are the wallets' own choice and differ from one telling to the next. %,d payments were
    refused for want of unlocked money and are not part of the story.
    """
        .formatted(
            truth.blocks(), truth.transactions(), truth.rings(), seed, told.journal().refusals());
  }

  private String actors() {
    Map<String, List<String>> byRole = new TreeMap<>();
    for (var label : told.journal().labels()) {
      if (label.usedBy().isEmpty()) {
        List<String> names = byRole.computeIfAbsent(label.role(), role -> new ArrayList<>());
        if (!names.contains(label.owner())) {
          names.add(label.owner());
        }
      }
    }
    StringBuilder text = new StringBuilder("## Who\n\n| addresses for | of |\n|---|---|\n");
    byRole.forEach((role, names) -> row(text, role, String.join(", ", names)));
    long deposits =
        told.journal().labels().stream().filter(label -> !label.usedBy().isEmpty()).count();
    row(text, "exchange deposit", "exchange, one for each of " + deposits + " customers");
    return text.toString();
  }

  private String kinds() {
    StringBuilder text =
        new StringBuilder(
            """
            ## What

            | kind | payers | transactions | XMR paid |
            |---|---|---|---|
            """);
    Map<String, List<Event>> byKind =
        told.journal().events().stream()
            .collect(Collectors.groupingBy(Event::kind, TreeMap::new, Collectors.toList()));
    byKind.forEach(
        (kind, events) -> {
          Set<String> payers = new LinkedHashSet<>();
          events.forEach(event -> payers.add(event.actor()));
          row(
              text,
              kind,
              payers.size() > 3 ? payers.size() + " actors" : String.join(", ", payers),
              "" + events.stream().mapToInt(event -> event.transactions().size()).sum(),
              xmr(
                  events.stream()
                      .map(event -> BigDecimal.valueOf(event.amount(), XMR_DIGITS))
                      .reduce(BigDecimal.ZERO, BigDecimal::add)));
        });
    return text.toString();
  }

  private String trail() {
    StringBuilder text =
        new StringBuilder(
            """
            ## The stolen money

            Somebody took most of the exchange's hot wallet, split it, sent each part on to addresses
            of their own (churning), and deposited what had churned at the very exchange. Height is where the
            chain stood when a payment was made; it is in a later block.

            | height | from | what | to | XMR | transaction |
            |---|---|---|---|---|---|
            """);
    for (Event event : told.journal().events()) {
      if (TRAIL.contains(event.kind())) {
        row(
            text,
            "" + event.height(),
            event.actor(),
            event.kind(),
            String.join(", ", new LinkedHashSet<>(event.to())),
            xmr(BigDecimal.valueOf(event.amount(), XMR_DIGITS)),
            event.transactions().stream()
                .map(WalletTransaction::hash)
                .map(hash -> "`" + hash + "`")
                .collect(Collectors.joining(" ")));
      }
    }
    return text.toString();
  }

  private String doubleSpend(DoubleSpend twice) {
    List<BlockHash> lost = twice.orphaned().stream().map(MinedBlock::hash).toList();
    return """
    ## The split

    After block %d (`%s`) two miners lost sight of each other. %s paid the exchange in
    `%s` on one branch and kept the money in `%s` on the other, out of the same output:
    key image `%s`, two different rings. The first branch was given up, blocks %s.
    Their other transactions, %d of them, stand in other blocks of the main chain.

    The rings have %d members in common%s; the output really spent is 0:%d.
    """
        .formatted(
            twice.parent().height(),
            twice.parent().hash(),
            twice.spender(),
            twice.given(),
            twice.kept(),
            twice.keyImage(),
            lost.stream().map(hash -> "`" + hash + "`").collect(Collectors.joining(", ")),
            told.returned(),
            twice.common().size(),
            twice.common().size() == 1 ? ", so that the spend is proven" : "",
            twice.amountIndex());
  }

  private static String files() {
    return """
    ## Files

    - `recording.zip`: what the node said about this chain, orphaned blocks and pool included
    - `truth.csv`: key_image, index_space, amount_index, position in the ring, owner; one line
      for each ring of the main chain
    - `labels.csv`: address, owner, role, used_by
    """;
  }

  private static String xmr(BigDecimal amount) {
    return amount.setScale(SHOWN_DIGITS, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
