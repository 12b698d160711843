package org.ringlight.truth.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MiningClient;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.story.World.Part;

/**
 * The story of the demo: a mining pool and its miners, an exchange and its customers, a theft from
 * the exchange that is churned and cashed out there, and near the end a double spend over a
 * reorganisation. About 20 simulated days.
 */
final class DemoStory {

  /**
   * What the story amounts to, once every payment is mined and checked.
   *
   * @param returned transactions of orphaned blocks that stand in blocks of the main chain
   */
  record Told(ChainTruth truth, Journal journal, DoubleSpend doubleSpend, int returned) {}

  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final int OPENING_BLOCKS = 115;
  private static final int BLOCKS_A_TURN = 3;
  private static final int CLOSING_BLOCKS = 12;

  private static final List<String> MINERS =
      List.of("ada", "ben", "cai", "dag", "eli", "fay", "gus", "hal", "ida", "jon");
  private static final List<String> USERS = List.of("kim", "leo", "mia", "ned", "oda", "pat");

  private final World world;
  private final int turns;
  private final Consumer<String> progress;
  private final Dice dice;

  /**
   * @param turns how often everybody gets to act before the split; 105 for the demo
   * @param progress told in plain lines what happens
   */
  DemoStory(World world, long seed, int turns, Consumer<String> progress) {
    this.world = world;
    this.turns = turns;
    this.progress = progress;
    this.dice = new Dice(seed, "blocks");
  }

  static World world(Path folder, long seed) {
    return new World(folder, seed, START);
  }

  Told tell() {
    progress.accept("wallets are made");
    List<Actor> miners = enter(MINERS, Role.MINER);
    List<Actor> users = enter(USERS, Role.USER);
    Actor pool = enter("pool", Role.MINING_POOL);
    Actor exchange = enter("exchange", Role.EXCHANGE);
    Actor thief = enter("mallory", Role.THIEF);
    Actor trudy = enter("trudy", Role.DOUBLE_SPENDER);

    world.mine(trudy, pause());
    mine(OPENING_BLOCKS, pool, miners);
    ExchangeDesk desk = behave(pool, miners, users, exchange, thief, trudy);
    for (int turn = 1; turn <= turns; turn++) {
      world.takeTurns();
      mine(BLOCKS_A_TURN, pool, miners);
      if (turn % 10 == 0) {
        progress.accept("turn " + turn + " of " + turns + ", " + paid() + " transactions");
      }
    }
    world.takeTurns();
    progress.accept("the chain splits");
    DoubleSpend doubleSpend =
        new SplitChain(world, trudy, exchange, pool, miners.get(0))
            .happen(desk.depositAddress(trudy));
    progress.accept("and is one again");
    mine(CLOSING_BLOCKS, pool, miners);
    world.takeTurns();
    mine(CLOSING_BLOCKS, pool, miners);
    return told(doubleSpend);
  }

  private List<Actor> enter(List<String> names, Role role) {
    return world.enter(names.stream().map(name -> new Part(name, role)).toList());
  }

  private Actor enter(String name, Role role) {
    return enter(List.of(name), role).get(0);
  }

  private ExchangeDesk behave(
      Actor pool, List<Actor> miners, List<Actor> users, Actor exchange, Actor thief, Actor trudy) {
    List<Actor> people = Stream.concat(miners.stream(), users.stream()).toList();
    ExchangeDesk desk = new ExchangeDesk(exchange, people, List.of(thief, trudy));
    world.behaves(pool, new PoolPayouts(pool, payoutAddresses(miners)));
    world.behaves(exchange, desk);
    world.behaves(exchange, new Heist(exchange, thief, theftHeight()));
    world.behaves(thief, new Laundering(thief, exchange, desk.depositAddress(thief)));
    for (Actor person : people) {
      int percent = person.role() == Role.MINER ? 50 : 60;
      world.behaves(
          person, new DailyLife(person, people, exchange, desk.depositAddress(person), percent));
    }
    return desk;
  }

  /** A third of the way through the turns. */
  private int theftHeight() {
    return OPENING_BLOCKS + turns * BLOCKS_A_TURN / 3;
  }

  private static List<Actor.Payee> payoutAddresses(List<Actor> miners) {
    List<Actor.Payee> addresses = new ArrayList<>();
    for (Actor miner : miners) {
      addresses.add(worker(miner, miner.address()));
      addresses.add(worker(miner, miner.newSubaddress("pool payouts", "").address()));
      addresses.add(worker(miner, miner.newSubaddress("pool payouts", "").address()));
    }
    return addresses;
  }

  /** A payout address with the share of its hash rate. */
  private static Actor.Payee worker(Actor miner, String address) {
    return new Actor.Payee(miner.name(), address, miner.dice().between(1, 9));
  }

  /** Three blocks in four are the pool's, the others those of miners who mine alone. */
  private void mine(int blocks, Actor pool, List<Actor> miners) {
    for (int i = 0; i < blocks; i++) {
      world.mine(dice.hits(75) ? pool : dice.oneOf(miners), pause());
    }
  }

  private Duration pause() {
    return Duration.ofSeconds(dice.between(1_200, 6_400));
  }

  private long paid() {
    return world.journal().events().stream().mapToLong(e -> e.transactions().size()).sum();
  }

  private Told told(DoubleSpend doubleSpend) {
    progress.accept("the chain is read back");
    ChainTruth truth = world.truth();
    if (!truth.isComplete()) {
      throw new DataInvalid(
          truth.rings() - truth.spends().size() + " rings of the chain are nobody's",
          world.folder("node").toString(),
          "this is a mistake in the story: everybody's wallet is known");
    }
    int returned = returned(doubleSpend);
    progress.accept(
        "%d blocks, %d transactions, %d rings, each with its true spend among its members; "
                .formatted(truth.blocks(), truth.transactions(), truth.rings())
            + "%d blocks orphaned, %d of their transactions mined again"
                .formatted(doubleSpend.orphaned().size(), returned));
    return new Told(truth, world.journal(), doubleSpend, returned);
  }

  /** Counts the transactions that were orphaned and stand; all but the double spend must. */
  private int returned(DoubleSpend doubleSpend) {
    Set<TxHash> missing = new HashSet<>();
    doubleSpend.orphaned().forEach(block -> missing.addAll(block.transactions()));
    missing.remove(doubleSpend.given());
    int orphaned = missing.size();
    MiningClient node = world.node().mining();
    long height = node.height();
    for (long h = doubleSpend.parent().height() + 1; h < height; h++) {
      missing.removeAll(Set.copyOf(node.block(h).transactions()));
    }
    if (!missing.isEmpty()) {
      throw new DataInvalid(
          missing.size()
              + " orphaned transactions were not mined again, as "
              + missing.iterator().next(),
          world.folder("node").toString(),
          "look whether they are in the pool; the story must mine more blocks at its end");
    }
    return orphaned;
  }
}
