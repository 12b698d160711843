package org.ringlight.truth.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MiningClient;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.truth.regtest.MonerodProcess;
import org.ringlight.truth.regtest.SimulatedMiner;
import org.ringlight.truth.regtest.WalletGroup;
import org.ringlight.truth.regtest.WalletProcess;
import org.ringlight.truth.story.plot.Role;

/**
 * Where a story happens: a node, actors with their wallets, and the blocks that pass. Actors act at
 * the same time as each other, but only on what was mined before, and each with dice of its own: so
 * a story runs the same way whoever is faster. Only inputs and decoys are the wallets' own choice.
 */
public final class World implements AutoCloseable {

  private static final int ACTING_AT_ONCE = 4;
  private static final int READING_TRIES = 5;

  private final Path work;
  private final long seed;
  private final MonerodProcess node;
  private final SimulatedMiner miner;
  private final Journal journal = new Journal();
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<Actor, List<Behaviour>> behaviours = new LinkedHashMap<>();
  private final WalletClock clock = new WalletClock();
  private final ExecutorService threads = Executors.newFixedThreadPool(ACTING_AT_ONCE);

  /**
   * @param node folder for the chain, an empty one
   * @param work folder for wallets and their logs, an empty one; the caller removes it
   * @param seed of everything that is left to chance
   * @param start date of what came before the first block
   */
  public World(Path node, Path work, long seed, Instant start) {
    this.work = work;
    this.seed = seed;
    this.node = MonerodProcess.start(node);
    this.miner = new SimulatedMiner(this.node, start);
  }

  /** Brings everybody into the world, with empty wallets, by name. */
  public Map<String, Actor> enter(Map<String, Role> everybody) {
    Map<String, String> phrases = new LinkedHashMap<>();
    everybody.keySet().forEach(name -> phrases.put(name, seed + " " + name));
    Map<String, WalletProcess> wallets = clock.during(() -> WalletGroup.start(phrases, work, node));
    everybody.forEach(
        (name, role) -> {
          WalletProcess wallet = Objects.requireNonNull(wallets.get(name));
          actors.put(name, new Actor(name, role, wallet, journal, clock, new Dice(seed, name)));
        });
    return Map.copyOf(actors);
  }

  /** From now on {@code actor} does {@code behaviour} in each of its turns, after what it did. */
  public void behaves(Actor actor, Behaviour behaviour) {
    behaviours.computeIfAbsent(actor, unused -> new ArrayList<>()).add(behaviour);
  }

  /** Mines a block for {@code actor}, dated {@code pause} after the one before. */
  public MinedBlock mine(Actor actor, Duration pause) {
    return miner.mine(actor.address(), pause);
  }

  /**
   * Gives each actor that has a behaviour its turn. An actor whose wallet or node dies over it
   * misses the rest of the turn.
   */
  public void takeTurns() {
    Moment now = moment();
    behaviours.forEach(
        (actor, todo) -> bravely(actor, () -> todo.forEach(each -> each.prepare(now))));
    List<Future<?>> turns = new ArrayList<>();
    behaviours.forEach(
        (actor, todo) ->
            turns.add(
                threads.submit(
                    () ->
                        bravely(
                            actor,
                            () -> {
                              actor.refresh(now);
                              todo.forEach(each -> each.act(now));
                            }))));
    allDone(turns);
  }

  private void bravely(Actor actor, Runnable deed) {
    try {
      deed.run();
    } catch (NodeUnreachable died) {
      node.awaitReady();
      actor.wallet().awaitReady();
      journal.missedTurn(actor + ": " + died.getMessage());
    }
  }

  /** Where the story stands. */
  public Moment moment() {
    return new Moment(node.patiently(MiningClient::height) - 1, miner.now());
  }

  /** What the actors know of what happened. */
  public Journal journal() {
    return journal;
  }

  public MonerodProcess node() {
    return node;
  }

  /** Where the clock stands: the date of the newest block. */
  public Instant now() {
    return miner.now();
  }

  /** A folder of that name for more of this world's files. */
  public Path folder(String name) {
    return work.resolve(name);
  }

  /** How long wallets were at work. */
  public WalletClock clock() {
    return clock;
  }

  /** How many actors there are. */
  public int actors() {
    return actors.size();
  }

  /** How often a program died. */
  public int deaths() {
    return node.deaths() + actors.values().stream().mapToInt(a -> a.wallet().deaths()).sum();
  }

  /** Starts once more what died so often that it was given up. */
  public void revive() {
    node.revive();
    actors.values().forEach(actor -> actor.wallet().revive());
  }

  /** Everything that everybody ever owned, by name, as of the newest block. */
  public Map<String, List<WalletOutput>> owned() {
    Moment now = moment();
    List<Future<?>> reading = new ArrayList<>();
    Map<String, List<WalletOutput>> owned = new ConcurrentHashMap<>();
    actors.forEach(
        (name, actor) ->
            reading.add(threads.submit(() -> owned.put(name, patientlyOwned(actor, now)))));
    allDone(reading);
    return owned;
  }

  private List<WalletOutput> patientlyOwned(Actor actor, Moment now) {
    for (int tries = 1; ; tries++) {
      try {
        actor.refresh(now);
        return actor.outputs();
      } catch (NodeUnreachable died) {
        if (tries == READING_TRIES) {
          throw died;
        }
        node.awaitReady();
        actor.wallet().awaitReady();
      }
    }
  }

  /** Waits for all of them, whatever becomes of one. */
  private static void allDone(List<Future<?>> deeds) {
    List<Failure> failures = new ArrayList<>();
    for (Future<?> deed : deeds) {
      try {
        deed.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Interrupted("stopped in the middle of a story", "world", "run it again", e);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof Failure failure)) {
          throw new IllegalStateException(e.getCause());
        }
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** Ends every process; the files stay. */
  @Override
  public void close() {
    threads.shutdownNow();
    actors.values().forEach(actor -> actor.wallet().close());
    node.close();
  }
}
