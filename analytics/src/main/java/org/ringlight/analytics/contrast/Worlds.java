package org.ringlight.analytics.contrast;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ringlight.failure.DataInvalid;

/**
 * Draws worlds: what each spend spent, no output twice. A world's probability is the product of the
 * weights of what was chosen, scaled so that those of all consistent worlds sum to 1.
 *
 * <p>Definition: a Markov chain whose states are worlds and worlds with one spend undecided. A step
 * makes a spend of chance undecided; an undecided spend draws one of its candidates by weight;
 * where that is taken, the spend that had it becomes the undecided one, until a free output is
 * drawn. Steps between states with a hole are as likely in both directions as their weights demand
 * (forward the weight of what is drawn, backward that of what it replaces), so that the worlds in
 * between are drawn from the distribution above; any two worlds differ by paths and cycles that
 * such steps walk.
 *
 * <p>Source: the chain on perfect and near-perfect matchings of Jerrum, Sinclair, "Approximating
 * the Permanent", SIAM J. Comput. 18(6), 1989. Cost: a step where most outputs are free is a few
 * draws, each as quick for many candidates as for few. Deterministic for a seed. Not for several
 * threads.
 */
public final class Worlds {

  /** Steps for each spend before the first world. */
  private static final int WARM_UP = 20;

  /** Steps for each spend from one world to the next. */
  private static final int APART = 3;

  private static final int NONE = -1;

  private final Choices choices;
  private final SplittableRandom random;
  private final int[] chosen;
  private final int[] taker;
  private final AliasTables draws;
  private final int[] open;

  /**
   * Finds a first world.
   *
   * @throws DataInvalid where there is none: some spends have too few outputs together
   */
  public Worlds(Choices choices, long seed) {
    this.choices = choices;
    random = new SplittableRandom(seed);
    chosen = new int[choices.spends];
    taker = new int[choices.outputs()];
    draws = new AliasTables(choices.first, choices.weights);
    Arrays.fill(taker, NONE);
    Arrays.fill(chosen, NONE);
    for (int spend = 0; spend < choices.spends; spend++) {
      settle(spend);
    }
    int[] several = new int[choices.spends];
    int count = 0;
    for (int spend = 0; spend < choices.spends; spend++) {
      if (choices.first[spend + 1] - choices.first[spend] > 1) {
        several[count++] = spend;
      }
    }
    open = Arrays.copyOf(several, count);
    walk((long) WARM_UP * count);
  }

  /** What a spend spends in this world: a number of {@link Choices}. */
  public int spent(int spend) {
    return chosen[spend];
  }

  /** Goes on to another world, which may be the same. */
  public void next() {
    walk((long) APART * open.length);
  }

  private void walk(long steps) {
    for (long step = 0; step < steps; step++) {
      int hole = open[random.nextInt(open.length)];
      taker[chosen[hole]] = NONE;
      while (hole != NONE) {
        int output = choices.candidates[draws.draw(hole, random)];
        int bumped = taker[output];
        taker[output] = hole;
        chosen[hole] = output;
        hole = bumped;
      }
    }
  }

  /** Gives a spend an output, moving others along a shortest path to a free one. */
  private void settle(int spend) {
    ArrayDeque<Integer> waiting = new ArrayDeque<>();
    IntIntHashMap reachedBy = new IntIntHashMap();
    waiting.add(spend);
    while (!waiting.isEmpty()) {
      int one = waiting.remove();
      for (int edge = choices.first[one]; edge < choices.first[one + 1]; edge++) {
        int output = choices.candidates[edge];
        if (reachedBy.putIfAbsent(output, one)) {
          if (taker[output] == NONE) {
            shift(output, spend, reachedBy);
            return;
          }
          waiting.add(taker[output]);
        }
      }
    }
    throw new DataInvalid(
        "some spends have fewer outputs together than they are",
        "a spend of the transactions that a flow may have reached",
        "run ringlight verify, and analyze again");
  }

  private void shift(int free, int last, IntIntHashMap reachedBy) {
    int output = free;
    while (true) {
      int spend = reachedBy.get(output);
      int left = chosen[spend];
      taker[output] = spend;
      chosen[spend] = output;
      if (spend == last) {
        return;
      }
      output = left;
    }
  }
}
