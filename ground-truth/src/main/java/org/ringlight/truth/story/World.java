package org.ringlight.truth.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.regtest.MonerodProcess;
import org.ringlight.truth.regtest.SimulatedMiner;
import org.ringlight.truth.regtest.WalletGroup;
import org.ringlight.truth.regtest.WalletProcess;

/**
 * Where a story happens: a node, actors with their wallets, and the blocks that pass. Actors act at
 * the same time as each other, but only on what was mined before, and each with dice of its own: so
 * a story runs the same way whoever is faster. Only inputs and decoys are the wallets' own choice.
 */
public final class World implements AutoCloseable {

  private static final int ACTING_AT_ONCE = 4;

  private final Path folder;
  private final long seed;
  private final MonerodProcess node;
  private final SimulatedMiner miner;
  private final Journal journal = new Journal();
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<Actor, List<Behaviour>> behaviours = new LinkedHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(ACTING_AT_ONCE);

  /**
   * @param folder an empty one for chain, wallets and logs; the caller removes it
   * @param seed of everything that is left to chance
   * @param start date of the first block
   */
  public World(Path folder, long seed, Instant start) {
    this.folder = folder;
    this.seed = seed;
    this.node = MonerodProcess.start(folder.resolve("node"));
    this.miner = new SimulatedMiner(node, start);
  }

  /** Somebody to be, with a name of small letters. */
  public record Part(String name, Role role) {}

  /** Brings {@code parts} into the world, with empty wallets. */
  public List<Actor> enter(List<Part> parts) {
    Map<String, String> phrases = new LinkedHashMap<>();
    parts.forEach(part -> phrases.put(part.name(), seed + " " + part.name()));
    Map<String, WalletProcess> wallets = WalletGroup.start(phrases, folder, node);
    List<Actor> entered = new ArrayList<>();
    for (Part part : parts) {
      WalletProcess wallet = wallets.get(part.name());
      if (wallet == null) {
        throw new IllegalStateException("no wallet was started for " + part.name());
      }
      Dice dice = new Dice(seed, part.name());
      Actor actor = new Actor(part.name(), part.role(), wallet, journal, dice);
      actors.put(part.name(), actor);
      entered.add(actor);
    }
    return entered;
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
    long tip = node.mining().height() - 1;
    List<Future<?>> turns = new ArrayList<>();
    behaviours.forEach((actor, todo) -> turns.add(threads.submit(() -> turn(actor, todo, tip))));
    turns.forEach(World::done);
  }

  private void turn(Actor actor, List<Behaviour> todo, long tip) {
    try {
      actor.refresh(tip);
      todo.forEach(behaviour -> behaviour.act(tip));
    } catch (NodeUnreachable died) {
      node.awaitReady();
      actor.wallet().awaitReady();
      journal.missedTurn();
    }
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
    return folder.resolve(name);
  }

  /** Who really spent what; every payment must be mined by now. */
  public ChainTruth truth() {
    Map<String, List<WalletOutput>> owned = new LinkedHashMap<>();
    actors.forEach(
        (name, actor) -> {
          actor.refresh(node.mining().height() - 1);
          owned.put(name, actor.wallet().client().outputs());
        });
    return ChainTruth.read(node.mining(), owned);
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted("stopped in the middle of a story", "world", "run it again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
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
