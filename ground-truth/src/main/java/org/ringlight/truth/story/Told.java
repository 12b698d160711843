package org.ringlight.truth.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.KnownOutput;
import org.ringlight.truth.MainChain;
import org.ringlight.truth.story.plot.Story;

/**
 * What a story amounted to, once every payment is mined and its truth checked against the chain.
 *
 * @param owned everything everybody ever owned, by name
 * @param customers deposit addresses by exchange and index of the subaddress
 * @param split the double spend, if the story has one and came so far
 * @param endedEarly why the story stopped before its end, if it did
 */
public record Told(
    Story story,
    MainChain chain,
    ChainTruth truth,
    Journal journal,
    Rates rates,
    Map<String, List<WalletOutput>> owned,
    Map<String, Map<Integer, AddressLabel>> customers,
    List<Disclosure> disclosures,
    Optional<Split> split,
    Optional<String> endedEarly,
    Figures figures) {

  /**
   * A double spend over a reorganisation.
   *
   * @param returned transactions of the orphaned blocks that stand in blocks of the main chain
   */
  public record Split(DoubleSpend doubleSpend, int returned) {}

  /**
   * How the telling went.
   *
   * @param took from the first program's start to the truth
   * @param walletsBusy time in it while at least one wallet was at work
   * @param walletsSummed time of all calls to wallets, added up
   * @param deaths how often a program died
   */
  public record Figures(
      Duration took, Duration walletsBusy, Duration walletsSummed, int wallets, int deaths) {}

  /** Whose the outputs of the main chain are and what they hold, as the wallets found them. */
  public List<KnownOutput> outputs() {
    List<KnownOutput> known = new ArrayList<>();
    owned.forEach(
        (owner, outputs) -> {
          for (WalletOutput output : outputs) {
            if (isMined(output.txHash())) {
              OutputName name = new OutputName(0, output.amountIndex());
              known.add(new KnownOutput(name, owner, output.amount()));
            }
          }
        });
    known.sort(Comparator.comparingLong(output -> output.name().amountIndex()));
    return known;
  }

  /** Events whose every transaction stands on the main chain. */
  public List<Event> minedEvents() {
    return journal.events().stream()
        .filter(event -> event.hashes().stream().allMatch(this::isMined))
        .toList();
  }

  /**
   * Transactions on the main chain that are in nobody's journal: a wallet sent them, but its answer
   * was lost, as when a program dies over it. The truth knows them all the same.
   */
  public long unnoted() {
    long noted = minedEvents().stream().mapToLong(event -> event.transactions().size()).sum();
    return truth.transactions() - noted - (split.isPresent() ? 1 : 0);
  }

  /** Whether a transaction stands on the main chain. */
  public boolean isMined(TxHash hash) {
    return chain.minedAt(hash).isPresent();
  }
}
