package org.ringlight.analytics.heuristic;

import java.util.Arrays;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.graph.Incidence;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;

/**
 * Definition: when an amount has had as many spends as keys, every one of them is spent by those
 * spends. The rings since it was last so are then a closed set, which is taken apart into its
 * finest ones.
 *
 * <p>Citation: monero's blockchain_blackball.cpp at v0.18.0.0, rule full-count (pull request 4899),
 * which says of all outputs of the amount that they are spent and no more.
 *
 * <p>Inputs: rings and keys of each cleartext amount, in chain order. Output: closed sets.
 * Guarantee: proven. Where it applies: cleartext amounts. Never RingCT: its outputs are all in one
 * space, and the official rule's count there leaves out those with view tags. Known failures: none.
 * Cost: O(rings) for counting, O(members) for what is taken apart.
 */
public final class FullCount implements Deduction {

  static final Card CARD =
      Card.of(Rule.FULL_COUNT, Guarantee.PROVEN)
          .definition("An amount with as many spends as keys so far: every key is spent by them.")
          .citation("monero v0.18 full-count (pull request 4899), counted without RingCT.")
          .applies("Cleartext amounts, tables from genesis on.")
          .knownFailures("None.")
          .cost("O(rings), and O(members) of the amounts that are complete.");

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void deduce(Deductions known) {
    RingGraph graph = known.graph();
    Spaces keys = graph.spaces();
    if (keys.count() == 0) {
      return;
    }
    Spaces rings = graph.ringsOfSpaces();
    for (int space = 0; space < keys.count(); space++) {
      count(known, keys, rings, space);
    }
  }

  private static void count(Deductions known, Spaces keys, Spaces rings, int space) {
    RingGraph graph = known.graph();
    int made = 0;
    int since = 0;
    int looked = 0;
    for (int i = 0; i < rings.size(space); i++) {
      int ring = rings.at(space, i);
      int unmade = graph.firstKeyNotBefore(graph.height(ring));
      while (made < keys.size(space) && keys.at(space, made) < unmade) {
        made++;
      }
      if (made == i + 1) {
        for (; looked <= i; looked++) {
          int named = rings.at(space, looked);
          if (youngest(graph, named) >= graph.firstKeyNotBefore(graph.height(named))) {
            return; // names what was not made yet: nothing can be counted here
          }
        }
        takeApart(known, rings, space, since, i);
        since = i + 1;
      }
    }
  }

  private static int youngest(RingGraph graph, int ring) {
    Incidence members = graph.byRing();
    return members.degree(ring) == 0 ? 0 : members.target(members.end(ring) - 1);
  }

  private static void takeApart(Deductions known, Spaces rings, int space, int from, int to) {
    int[] open = new int[to - from + 1];
    int count = 0;
    for (int i = from; i <= to; i++) {
      int ring = rings.at(space, i);
      if (known.setOfRing(ring) == Deductions.FREE) {
        open[count++] = ring;
      }
    }
    if (count > 0) {
      int height = known.graph().height(rings.at(space, to));
      known.decompose(Arrays.copyOf(open, count), Rule.FULL_COUNT, height);
    }
  }
}
