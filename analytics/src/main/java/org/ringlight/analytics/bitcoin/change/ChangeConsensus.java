package org.ringlight.analytics.bitcoin.change;

import java.util.List;

/**
 * What the votes come to.
 *
 * @param output index of the change, or {@link #NONE}
 * @param confidence the highest of its sources, in percent; 0 without change
 * @param sources that voted for it and were not struck
 * @param dissent sources that voted for another output and were not struck
 * @param vetoes against any output, whether or not they struck a vote
 * @param silence why nobody was asked; {@link Silence#NOBODY} where the votes were counted
 */
public record ChangeConsensus(
    int output,
    int confidence,
    List<ChangeSource> sources,
    List<ChangeSource> dissent,
    List<Veto> vetoes,
    Silence silence) {

  /** In place of an output: there is no change, or no agreement on it. */
  public static final int NONE = ChangeHeuristic.ABSTAINS;

  /** A veto against one output, and the votes that it struck. */
  public record Veto(ChangeVeto reason, int output, List<ChangeSource> struck) {
    public Veto {
      struck = List.copyOf(struck);
    }
  }

  /** Transactions without change that could be told. */
  public enum Silence {
    /** None: the votes were counted. */
    NOBODY,
    COINBASE,
    /** An input's output is not in the tables. */
    UNRESOLVED_INPUTS,
    /** Fewer than two outputs. */
    ONE_OUTPUT,
    /** Several people's change, or it looks so (a Stonewall). */
    SEVERAL_OWNERS
  }

  public ChangeConsensus {
    sources = List.copyOf(sources);
    dissent = List.copyOf(dissent);
    vetoes = List.copyOf(vetoes);
  }

  static ChangeConsensus silent(Silence silence) {
    return new ChangeConsensus(NONE, 0, List.of(), List.of(), List.of(), silence);
  }

  /** Whether it names an output. */
  public boolean isFound() {
    return output != NONE;
  }
}
