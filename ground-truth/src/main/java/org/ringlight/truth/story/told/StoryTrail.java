package org.ringlight.truth.story.told;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.truth.story.Disclosure;
import org.ringlight.truth.story.DoubleSpend;
import org.ringlight.truth.story.Event;
import org.ringlight.truth.story.Payee;
import org.ringlight.truth.story.SwapTrade;
import org.ringlight.truth.story.Told;

/** The parts of a story's page that are about one affair each: only those that happened. */
final class StoryTrail {

  private static final Set<Event.Kind> TRAIL =
      EnumSet.of(Event.Kind.THEFT, Event.Kind.SPLIT, Event.Kind.CHURN, Event.Kind.CASH_OUT);

  private final Told told;

  StoryTrail(Told told) {
    this.told = told;
  }

  /** The stolen money, payment by payment. */
  Optional<String> theft() {
    List<Event> trail =
        told.minedEvents().stream().filter(event -> TRAIL.contains(event.kind())).toList();
    if (trail.isEmpty()) {
      return Optional.empty();
    }
    MarkdownTable table =
        new MarkdownTable("height", "time", "from", "what", "to", "XMR", "transaction");
    for (Event event : trail) {
      table.row(
          "" + event.height(),
          event.when().time().toString(),
          event.actor(),
          event.kind().words(),
          String.join(", ", new LinkedHashSet<>(event.payees().stream().map(Payee::name).toList())),
          MarkdownTable.xmr(event.amount()),
          quoted(event.hashes()));
    }
    return Optional.of(
        """
        ## The stolen money

        Somebody took most of an exchange's hot wallet, split it, sent each part on to addresses
        of their own (churning), and deposited what had churned at an exchange. Height and time are
        those of the newest block when a payment was made; it is in a later one.

        """
            + table);
  }

  /** How many swaps there were; they are in a file of their own. */
  Optional<String> swaps() {
    List<SwapTrade> trades = told.journal().trades();
    if (trades.isEmpty()) {
      return Optional.empty();
    }
    MarkdownTable table = new MarkdownTable("service", "pair", "trades", "XMR");
    trades.stream()
        .collect(
            Collectors.groupingBy(
                trade -> trade.service() + "|" + trade.direction().pair(), Collectors.toList()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              SwapTrade first = entry.getValue().get(0);
              table.row(
                  first.service(),
                  first.direction().pair(),
                  "" + entry.getValue().size(),
                  MarkdownTable.xmr(entry.getValue().stream().mapToLong(SwapTrade::atomic).sum()));
            });
    return Optional.of(
        """
        ## Swaps

        The XMR legs stand on the chain. The BTC legs are invented: transaction ids are hashes of
        nothing, and addresses are of Bitcoin's regtest network.

        """
            + table);
  }

  /** Whose view keys were given to whom. */
  Optional<String> audits() {
    if (told.disclosures().isEmpty()) {
      return Optional.empty();
    }
    MarkdownTable table = new MarkdownTable("auditor", "sees", "outputs seen");
    for (Disclosure key : told.disclosures()) {
      table.row(key.auditor(), key.subject(), "" + key.outputsSeen());
    }
    return Optional.of(
        """
        ## View keys

        A real wallet that cannot spend was made of each key and found every output its owner has,
        and no other.

        """
            + table);
  }

  /** The double spend. */
  String split(Told.Split split) {
    DoubleSpend twice = split.doubleSpend();
    List<BlockHash> lost = twice.orphaned().stream().map(MinedBlock::hash).toList();
    return """
    ## The split

    After block %d (`%s`) two miners lost sight of each other. %s paid the exchange in
    `%s` on one branch and kept the money in `%s` on the other, out of the same output:
    key image `%s`, two different rings. The first branch was given up, blocks %s.
    Their other transactions, %d of them, stand in other blocks of the main chain.

    The rings have %d member%s in common%s. The output really spent is 0:%d.
    """
        .formatted(
            twice.parent().height(),
            twice.parent().hash(),
            twice.spender(),
            twice.given(),
            twice.kept(),
            twice.keyImage(),
            lost.stream().map(hash -> "`" + hash + "`").collect(Collectors.joining(", ")),
            split.returned(),
            twice.common().size(),
            twice.common().size() == 1 ? "" : "s",
            twice.common().size() == 1 ? ", so that both spend it" : "",
            twice.amountIndex());
  }

  private static String quoted(List<TxHash> hashes) {
    return hashes.stream().map(hash -> "`" + hash + "`").collect(Collectors.joining(" "));
  }
}
