package org.ringlight.truth.story;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.MainChain;
import org.ringlight.truth.story.plot.Part;
import org.ringlight.truth.story.plot.Story;

/**
 * A story while it is told, on a node of its own: the opening, turns with blocks between them, a
 * double spend if there is one, an end that mines what is left, and the truth about all of it.
 *
 * <p>A program that dies is started again. One that dies too often ends the story early, as does
 * {@link #endEarly}: what happened so far is mined and read back as ever. If even that fails, there
 * is no truth, and {@link #tell} throws.
 */
public final class Telling implements AutoCloseable {

  /** Blocks that the end may take beyond what is planned, for what still waits in the pool. */
  private static final int PATIENCE_BLOCKS = 40;

  private final Story story;
  private final StoryListener listener;
  private final long started = System.nanoTime();
  private final World world;
  private final BlockTimes times;
  private final Rates rates;
  private volatile @Nullable String endedEarly;

  /**
   * Starts a node.
   *
   * @param node folder for its chain, an empty one
   * @param work folder for wallets and their logs, an empty one; the caller removes it
   */
  public Telling(Story story, Path node, Path work, StoryListener listener) {
    this.story = story;
    this.listener = listener;
    listener.chapter("a node is started");
    this.world = new World(node, work, story.seed(), story.start());
    this.times = new BlockTimes(new Dice(story.seed(), "block times"), story);
    this.rates = new Rates(story);
  }

  /** Where it happens. */
  public World world() {
    return world;
  }

  /** Has the story end after the turn that is being taken; for use by another thread. */
  public void endEarly(String why) {
    endedEarly = why;
  }

  /**
   * Tells it; to be called once.
   *
   * @throws NodeUnreachable if a program stays away
   * @throws DataInvalid if the truth does not fit the chain
   */
  public Told tell() {
    listener.chapter("wallets are made");
    Company company = new Company(story, world);
    listener.chapter("the opening is mined");
    List<Actor> openers = company.openers();
    for (int i = 0; i < story.openingBlocks(); i++) {
      mine(i < openers.size() ? openers.get(i) : company.finder());
    }
    @Nullable DoubleSpend twice = null;
    try {
      company.settle(rates);
      listener.chapter("everybody acts");
      takeTurns(company);
      twice = endedEarly == null ? split(company) : null;
    } catch (NodeUnreachable gone) {
      endedEarly = gone.getMessage();
    }
    if (endedEarly != null) {
      listener.chapter("the story ends early: " + endedEarly);
      world.revive();
    }
    close(company);
    return told(company, twice);
  }

  private void takeTurns(Company company) {
    for (int turn = 1; turn <= story.turns() && endedEarly == null; turn++) {
      world.takeTurns();
      mine(company, story.blocksATurn());
      listener.turn(turn, story.turns(), world.journal().transactions());
    }
  }

  private @Nullable DoubleSpend split(Company company) {
    Part.DoubleSpender part = story.parts(Part.DoubleSpender.class).findFirst().orElse(null);
    if (part == null) {
      return null;
    }
    listener.chapter("the chain splits");
    world.takeTurns();
    Actor spender = company.actor(part.name());
    String deposit = company.desk(part.victim()).deposit(spender, 0).address();
    Actor away = company.finder();
    DoubleSpend twice =
        new SplitChain(
                world,
                spender,
                company.actor(part.victim()),
                company.finder(),
                away,
                part.orphanedBlocks())
            .happen(deposit);
    listener.chapter("the chain is one again");
    return twice;
  }

  /** Mines until nothing waits; in between, everybody acts once more. */
  private void close(Company company) {
    mine(company, Story.CLOSING_BLOCKS);
    if (endedEarly == null) {
      world.takeTurns();
    }
    mine(company, Story.CLOSING_BLOCKS);
    for (int more = 0; more < PATIENCE_BLOCKS && isWaiting(); more++) {
      mine(company, 1);
    }
  }

  private boolean isWaiting() {
    return !world.node().patiently(node -> node.pool()).isEmpty();
  }

  private void mine(Company company, int blocks) {
    for (int i = 0; i < blocks; i++) {
      mine(company.finder());
    }
  }

  private void mine(Actor finder) {
    world.mine(finder, times.next());
  }

  private Told told(Company company, @Nullable DoubleSpend twice) {
    listener.chapter("the chain is read back");
    Map<String, List<WalletOutput>> owned = world.owned();
    MainChain chain = world.node().patiently(MainChain::read);
    ChainTruth truth = world.node().patiently(node -> ChainTruth.read(node, chain, owned));
    if (!truth.isComplete()) {
      throw new DataInvalid(
          truth.rings() - truth.spends().size() + " rings of the chain are nobody's",
          "regtest node at " + world.node().rpc(),
          "this is a mistake in the story: everybody's wallet is known");
    }
    List<Disclosure> disclosures = new Auditing(story, world, company).disclosures(owned);
    return new Told(
        story,
        chain,
        truth,
        world.journal(),
        rates,
        owned,
        customers(company),
        disclosures,
        Optional.ofNullable(twice).map(spent -> returned(spent, chain)),
        Optional.ofNullable(endedEarly),
        figures());
  }

  private static Map<String, Map<Integer, AddressLabel>> customers(Company company) {
    Map<String, Map<Integer, AddressLabel>> customers = new HashMap<>();
    company.desks().forEach((exchange, desk) -> customers.put(exchange, desk.labels()));
    return customers;
  }

  /** Counts the transactions that were orphaned and stand; all but the double spend must. */
  private static Told.Split returned(DoubleSpend twice, MainChain chain) {
    int returned = 0;
    for (var block : twice.orphaned()) {
      for (var hash : block.transactions()) {
        if (chain.minedAt(hash).isPresent()) {
          returned++;
        } else if (!hash.equals(twice.given())) {
          throw new DataInvalid(
              "an orphaned transaction was not mined again",
              "tx " + hash,
              "look whether it is in the pool; the story must mine more blocks at its end");
        }
      }
    }
    return new Told.Split(twice, returned);
  }

  private Told.Figures figures() {
    return new Told.Figures(
        Duration.ofNanos(System.nanoTime() - started),
        world.clock().busy(),
        world.clock().summed(),
        world.actors(),
        world.deaths());
  }

  /** Ends every process; the files stay. */
  @Override
  public void close() {
    world.close();
  }
}
