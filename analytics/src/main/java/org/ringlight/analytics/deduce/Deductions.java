package org.ringlight.analytics.deduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.graph.ClosedSetSearch;
import org.ringlight.analytics.graph.Incidence;
import org.ringlight.analytics.graph.Residual;
import org.ringlight.analytics.graph.RingGraph;

/**
 * What is known of a ring graph: which closed set each ring belongs to and which set took each key.
 * A key that a set took is possible in no other ring. What is known is a matter of assignments,
 * never of bare "spent" marks: a ring does not lose the key that it spends itself.
 *
 * <p>Every rule adds closed sets: as many rings as there are keys left for them. A ring whose key
 * is known is a set of one. The finest sets do not depend on the order in which rules find them
 * (Dulmage-Mendelsohn), nor do their heights: a set of height h is one whatever comes after h.
 *
 * <p>What rests on assumptions is known in a copy ({@link #assuming}) of what is proven: there,
 * sets of several rings come apart where somebody says more of them, and here they stay as they
 * are.
 *
 * <p>Memory beside the graph: 8 bytes a ring, 4 a key, 25 a set. Not for several threads.
 */
public final class Deductions {

  /** Of a ring or key: in no closed set. */
  public static final int FREE = -1;

  private final RingGraph graph;
  private final RingStates states;
  private final int[] setOfKey;
  private final SetLog sets;
  private final Cuts cuts;
  private final List<Fact> facts;
  private final FactSets assumptions = new FactSets();
  private final RingQueue alone = new RingQueue();
  private final Wave wave;
  private final Residual.Numbering numbering;
  private final boolean complete;
  private final @Nullable Deductions proven;
  private final Disclosed disclosed = new Disclosed();
  // sets of several rings of which a fact says more
  private final BitSet told = new BitSet();
  // whether no set needs the search for closed sets
  private boolean allSimple = true;
  // since what was known before was given back; null where nothing was
  private @Nullable BitSet changed;

  /**
   * Nothing is known yet.
   *
   * @param complete whether all closed sets will be looked for in the end: then a set that follows
   *     without counting an amount is theirs
   */
  public Deductions(RingGraph graph, boolean complete) {
    this.graph = graph;
    this.complete = complete;
    this.numbering = new Residual.Numbering(graph);
    this.proven = null;
    sets = new SetLog();
    cuts = new Cuts();
    facts = new ArrayList<>();
    states = new RingStates(graph.byRing(), graph.rings());
    setOfKey = new int[graph.keys()];
    Arrays.fill(setOfKey, FREE);
    wave = new Wave(graph, states, setOfKey, sets, alone);
  }

  private Deductions(Deductions proven) {
    graph = proven.graph;
    complete = proven.complete;
    numbering = proven.numbering;
    this.proven = proven;
    states = proven.states.copy();
    setOfKey = proven.setOfKey.clone();
    sets = proven.sets.copy();
    wave = new Wave(graph, states, setOfKey, sets, alone);
    cuts = proven.cuts.copy();
    facts = new ArrayList<>(proven.facts);
    allSimple = proven.allSimple;
    changed = new BitSet();
  }

  /**
   * What is known here, to which assumptions may add: the same sets by the same numbers. Nothing
   * may be added here from then on.
   */
  public Deductions assuming() {
    return new Deductions(this);
  }

  /** What is known without any assumption: of this, or of what this was copied from. */
  public Deductions proven() {
    return proven == null ? this : proven;
  }

  public RingGraph graph() {
    return graph;
  }

  /** How many closed sets are known; they are numbered from 0, each after those it rests on. */
  public int sets() {
    return sets.count();
  }

  /** The closed set that the ring is in, or {@link #FREE}. */
  public int setOfRing(int ring) {
    return states.set(ring);
  }

  /** The closed set that took the key, or {@link #FREE}. */
  public int setOfKey(int key) {
    return setOfKey[key];
  }

  public Rule rule(int set) {
    return sets.rule(set);
  }

  /** The highest block it rests on. */
  public int height(int set) {
    return sets.height(set);
  }

  /** Steps from what rests on nothing else, which has 0. */
  public int depth(int set) {
    return sets.depth(set);
  }

  /** How many rings, and keys, it has; 0 for an owned output that no ring spends. */
  public int size(int set) {
    return sets.size(set);
  }

  /** One of its rings; they ascend. */
  public int ring(int set, int index) {
    return sets.ring(set, index);
  }

  /** How many rings are in sets: what {@link #place} is below. */
  public int ringsInSets() {
    return sets.rings();
  }

  /** A number of its own for each ring that is in a set, from 0 on, without gaps. */
  public int place(int ring) {
    return sets.place(states.set(ring), ring);
  }

  /** The facts it needs an assumption for, whichever sets it rests on them through. */
  public List<Fact> assumed(int set) {
    return proven(set)
        ? List.of()
        : assumptions.facts(sets.assumptions(set)).stream().map(facts::get).toList();
  }

  /** Whether nothing is assumed for it. */
  public boolean proven(int set) {
    return sets.assumptions(set) == FactSets.EMPTY;
  }

  /** How many keys are still possible for the ring. */
  public int left(int ring) {
    return states.left(ring);
  }

  /** Whether the ring may spend the key, as far as is known. */
  public boolean isPossible(int ring, int key) {
    return setOfKey[key] == states.set(ring) && cuts.fact(ring, key) == Cuts.NONE;
  }

  /** The fact that strikes the key out of this ring alone; null where none does. */
  public @Nullable Fact struckBy(int ring, int key) {
    int fact = cuts.fact(ring, key);
    return fact == Cuts.NONE ? null : facts.get(fact);
  }

  /** Whether a fact strikes a key out of this ring alone. */
  public boolean isCut(int ring) {
    return cuts.any(ring);
  }

  /** Makes a fact known; cuts and spends name it by the number. */
  public int learn(Fact fact) {
    facts.add(fact);
    return facts.size() - 1;
  }

  /**
   * A fact strikes a key out of a ring. Nothing happens where that is known already; what it says
   * of a ring that is in a set with others is taken in by {@link #refine}.
   *
   * @throws Contradiction where nothing is left for the ring
   */
  public void strike(int ring, int key, int fact) {
    if (!isPossible(ring, key)) {
      return;
    }
    int set = states.set(ring);
    if (set == FREE) {
      cuts.add(ring, key, fact);
      lose(ring);
    } else if (setOfKey[key] == set && sets.size(set) == 1) {
      throw new Contradiction("what it spends is struck out: " + facts.get(fact).words(), ring);
    } else if (setOfKey[key] == set) {
      cuts.add(ring, key, fact);
      states.count(ring, states.left(ring) - 1);
      told.set(set);
    }
  }

  /**
   * The next rings with one key left, oldest news first.
   *
   * @return how many were put into {@code rings}; 0 where there are none
   */
  public int nextAlone(int[] rings) {
    int count = 0;
    while (count < rings.length && !alone.isEmpty()) {
      int ring = alone.take();
      if (states.isFree(ring)) {
        rings[count++] = ring;
      }
    }
    return count;
  }

  /** The one key left for a ring of which {@link #left} says one. */
  public int lastKey(int ring) {
    Incidence members = graph.byRing();
    for (long edge = members.first(ring); edge < members.end(ring); edge++) {
      if (isPossible(ring, members.target(edge))) {
        return members.target(edge);
      }
    }
    throw new Contradiction("no key is left for it", ring);
  }

  /** Each of these rings spends the one key that is left for it, one after the other. */
  public void resolve(int[] rings, int count) {
    if (isPlain()) {
      wave.resolve(rings, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      int key = lastKey(rings[i]);
      int set = sets.add(rings[i]);
      states.enter(rings[i], set);
      setOfKey[key] = set;
      strikeOut(key);
      describe(set, Rule.CASCADE, 0);
    }
  }

  /** Whether no fact and no earlier run matters, and every set so far is simple. */
  private boolean isPlain() {
    return allSimple && changed == null && facts.isEmpty();
  }

  /**
   * The ring spends this key, says a fact. Of a ring that is in a set with others {@link #refine}
   * takes it in.
   *
   * @throws Contradiction where it spends another
   */
  public void disclose(int ring, int key, int fact) {
    int set = states.set(ring);
    if (!isPossible(ring, key)) {
      throw new Contradiction("it does not spend that: " + facts.get(fact).words(), ring);
    } else if (set == FREE) {
      int[] one = {ring};
      assign(spend(ring, fact), one, new int[] {key}, 1);
    } else if (sets.size(set) > 1) {
      disclosed.add(ring, key, fact);
      told.set(set);
    }
  }

  private int spend(int ring, int fact) {
    int set = sets.add(new int[] {ring}, 1);
    sets.describe(set, Rule.DISCLOSED, graph.height(ring), 0, assumptionsOf(fact));
    return set;
  }

  /**
   * Takes sets of several rings apart where facts say more of them. No ring beside theirs loses
   * anything by it.
   *
   * @throws Contradiction where not all of them can be right
   */
  public void refine() {
    for (int set = told.nextSetBit(0); set >= 0; set = told.nextSetBit(set + 1)) {
      takeApart(set);
    }
    told.clear();
  }

  private void takeApart(int set) {
    int[] rings = ringsOf(set);
    int[] keys = keysOf(set);
    mark(FREE, rings, keys, keys.length);
    int[] rest = Arrays.stream(rings).filter(ring -> !disclosed.has(ring)).toArray();
    for (int ring : rings) {
      if (disclosed.has(ring)) {
        int key = disclosed.key(ring);
        int fact = disclosed.fact(ring);
        if (!isPossible(ring, key)) {
          throw new Contradiction("it does not spend that: " + facts.get(fact).words(), ring);
        }
        mark(spend(ring, fact), new int[] {ring}, new int[] {key}, 1);
      }
    }
    search(
        rest,
        (members, taken, count) -> {
          if (count == rings.length) {
            mark(set, members, taken, count); // nothing new is said of it
          } else {
            int part = sets.add(members, count);
            mark(part, members, taken, count);
            describe(part, Rule.CLOSED_SETS, 0);
          }
        });
    for (int ring : rings) {
      states.count(ring, possible(ring));
    }
  }

  private void mark(int set, int[] rings, int[] keys, int count) {
    for (int i = 0; i < count; i++) {
      states.enter(rings[i], set);
      setOfKey[keys[i]] = set;
    }
  }

  private int possible(int ring) {
    Incidence members = graph.byRing();
    int possible = 0;
    for (long edge = members.first(ring); edge < members.end(ring); edge++) {
      possible += isPossible(ring, members.target(edge)) ? 1 : 0;
    }
    return possible;
  }

  /** The keys that a set took, ascending. */
  public int[] keysOf(int set) {
    Incidence members = graph.byRing();
    if (sets.size(set) == 1) {
      return new int[] {lastKey(sets.ring(set, 0))};
    }
    IntStream.Builder keys = IntStream.builder();
    for (int i = 0; i < sets.size(set); i++) {
      int ring = sets.ring(set, i);
      for (long edge = members.first(ring); edge < members.end(ring); edge++) {
        if (setOfKey[members.target(edge)] == set) {
          keys.add(members.target(edge));
        }
      }
    }
    return keys.build().sorted().distinct().toArray();
  }

  /**
   * No ring spends this key, says a fact. Nothing happens where another said so.
   *
   * @throws Contradiction where a ring spends it
   */
  public void reserve(int key, int fact) {
    if (setOfKey[key] != FREE && sets.size(setOfKey[key]) == 0) {
      return;
    } else if (setOfKey[key] != FREE) {
      throw new Contradiction(
          "an output said not to be spent is: " + facts.get(fact).words(), ringsOf(setOfKey[key]));
    }
    int set = sets.add(new int[0], 0);
    sets.describe(set, Rule.OWNED, 0, 0, assumptionsOf(fact));
    assign(set, new int[0], new int[] {key}, 1);
  }

  private int[] ringsOf(int set) {
    int[] rings = new int[sets.size(set)];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = sets.ring(set, i);
    }
    return rings;
  }

  private int assumptionsOf(int fact) {
    return facts.get(fact).proven() ? FactSets.EMPTY : assumptions.of(fact);
  }

  /**
   * A closed set: {@code count} rings, and the {@code count} keys that are left for them.
   *
   * @param rule by which it was found, where no simpler one explains it
   * @param complete the height at which the rule could say so, where that is above what it rests
   *     on; else 0
   */
  public void take(int[] rings, int[] keys, int count, Rule rule, int complete) {
    int set = sets.add(rings, count);
    assign(set, rings, keys, count);
    describe(set, rule, complete);
  }

  private void assign(int set, int[] rings, int[] keys, int count) {
    for (int i = 0; i < Math.min(count, rings.length); i++) {
      states.enter(rings[i], set);
    }
    for (int i = 0; i < count; i++) {
      if (setOfKey[keys[i]] != FREE) {
        throw new Contradiction("two sets of rings spend one key", ringsOf(set));
      }
      setOfKey[keys[i]] = set;
    }
    for (int i = 0; i < count; i++) {
      strikeOut(keys[i]);
    }
  }

  /** Takes a key that a set took from all rings in none. */
  private void strikeOut(int key) {
    Incidence byKey = graph.byKey();
    long end = byKey.end(key);
    for (long edge = byKey.first(key); edge < end; edge++) {
      int ring = byKey.target(edge);
      if (states.isFree(ring) && cuts.fact(ring, key) == Cuts.NONE) {
        lose(ring);
      }
    }
  }

  private void lose(int ring) {
    BitSet touched = changed;
    if (touched != null) {
      touched.set(ring);
    }
    int now = states.lose(ring);
    if (now == 1) {
      alone.add(ring);
    } else if (now == 0) {
      throw nothingLeft(ring);
    }
  }

  static Contradiction nothingLeft(int ring) {
    return new Contradiction("every member is spent by another ring or struck out", ring);
  }

  private void describe(int set, Rule found, int complete) {
    Incidence members = graph.byRing();
    int size = sets.size(set);
    int height = 0;
    int depth = 0;
    int given = FactSets.EMPTY;
    boolean simple = true;
    boolean assuming = !assumptions.areNone();
    boolean struck = false;
    boolean said = false;
    for (int i = 0; i < size; i++) {
      int ring = sets.ring(set, i);
      boolean cut = cuts.any(ring);
      long end = members.end(ring);
      height = Math.max(height, graph.height(ring));
      for (long edge = members.first(ring); edge < end; edge++) {
        int key = members.target(edge);
        int taker = taker(ring, key);
        if (cut && isStruckFirst(ring, key, set, taker)) {
          struck = true;
          said |= facts.get(cuts.fact(ring, key)).source() == Fact.Source.SAID;
          given = assumptions.union(given, assumptionsOf(cuts.fact(ring, key)));
        } else if (taker != set) {
          height = Math.max(height, sets.height(taker));
          depth = Math.max(depth, sets.depth(taker) + 1);
          // most graphs have neither, and looking is a step to another place of the memory
          given = assuming ? assumptions.union(given, sets.assumptions(taker)) : given;
          simple = simple && (allSimple || sets.rule(taker).simple());
        }
      }
    }
    Rule rule = rule(size, found, depth, struck, said);
    boolean countedLate = rule == Rule.FULL_COUNT && complete > height;
    if (!simple || (countedLate && this.complete)) {
      rule = Rule.CLOSED_SETS;
    } else if (countedLate) {
      height = complete;
    }
    allSimple &= rule.simple();
    sets.describe(set, rule, height, depth, given);
  }

  /** Of two reasons the one that assumes nothing counts, and a fact before a set. */
  private boolean isStruckFirst(int ring, int key, int set, int taker) {
    int fact = cuts.fact(ring, key);
    return fact != Cuts.NONE
        && (taker == FREE
            || taker == set
            || facts.get(fact).proven()
            || sets.assumptions(taker) != FactSets.EMPTY);
  }

  private static Rule rule(int size, Rule found, int depth, boolean struck, boolean said) {
    if (size > 1) {
      return found;
    } else if (depth > 0) {
      return Rule.CASCADE;
    } else if (!struck) {
      return Rule.ZERO_MIXIN;
    }
    return said ? Rule.ASSERTED_DECOYS : Rule.SAME_KEY_IMAGE;
  }

  /**
   * Gives back a set that was known of the same chain, when it was shorter. Sets come in their
   * order and before anything else; then {@link #settle}.
   *
   * @param rings ascending
   * @param keys as many
   */
  public void restore(int[] rings, int[] keys, Rule rule, int height, int depth) {
    int set = sets.add(rings, rings.length);
    sets.describe(set, rule, height, depth, FactSets.EMPTY);
    allSimple &= rule.simple();
    for (int i = 0; i < rings.length; i++) {
      states.enter(rings[i], set);
      setOfKey[keys[i]] = set;
    }
  }

  /**
   * Ends the giving back: from here on only what the rings from {@code newRings} on can have
   * changed is looked at.
   */
  public void settle(int newRings) {
    BitSet fresh = new BitSet();
    for (int ring = 0; ring < graph.rings(); ring++) {
      states.count(ring, possible(ring));
      if (states.left(ring) == 0) {
        throw new Contradiction("every member is spent by another ring", ring);
      } else if (states.isFree(ring) && states.left(ring) == 1) {
        alone.add(ring);
      }
      if (ring >= newRings) {
        fresh.set(ring);
      }
    }
    changed = fresh;
  }

  /**
   * The rings in no set that a new one can be made of, ascending: all, or where sets were given
   * back those that are connected with a ring that is new or has lost a key since.
   */
  public int[] open() {
    BitSet touched = changed;
    if (touched == null) {
      int[] open = new int[states.rings()];
      int count = 0;
      for (int ring = 0; ring < open.length; ring++) {
        if (states.isFree(ring)) {
          open[count++] = ring;
        }
      }
      return Arrays.copyOf(open, count);
    }
    return Connected.rings(this, touched);
  }

  /**
   * Finds the closed sets among these rings, whatever else there is.
   *
   * @param rings in no set yet, ascending; the array is given away
   * @param rule as in {@link #take}
   * @param complete as in {@link #take}
   */
  public void decompose(int[] rings, Rule rule, int complete) {
    search(rings, (members, keys, count) -> take(members, keys, count, rule, complete));
  }

  private void search(int[] rings, ClosedSetSearch.Listener sink) {
    Residual residual = numbering.of(rings, this::isPossible);
    try {
      ClosedSetSearch.run(residual, sink);
    } catch (ClosedSetSearch.NoMatching e) {
      throw new Contradiction(e.getMessage() + ", so not all can be spends", e.rings());
    }
  }

  /**
   * By which set a ring does not spend a key of its own: the set that took it; {@link #FREE} where
   * it may spend it, or a fact strikes it out and counts more.
   */
  public int takerOf(int ring, int key) {
    int taker = taker(ring, key);
    return taker == states.set(ring) || isStruckFirst(ring, key, states.set(ring), taker)
        ? FREE
        : taker;
  }

  /** The set that took a key, as the ring sees it: where proof keeps it away, the proven one. */
  private int taker(int ring, int key) {
    if (proven == null
        || proven.setOfKey[key] == FREE
        || proven.setOfKey[key] == proven.states.set(ring)) {
      return setOfKey[key];
    }
    return proven.setOfKey[key];
  }
}
