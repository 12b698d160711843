package org.ringlight.analytics.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ringlight.analytics.deduce.Conclusion;
import org.ringlight.analytics.deduce.Conclusions;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.RingNames;
import org.ringlight.analytics.finding.FindingText;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/** Writes what is known as rows, in chain order. */
final class FindingsWriter {

  private static final int BETWEEN = 1 << 14;

  private final ChainGraph graph;
  private final Deductions known;
  private final ClaimRows rows;
  private final Consumer<ClaimRow> sink;
  private long[] amountIndexes = {};
  private int[] keys = {};

  /**
   * @param known what is proven and, in a copy of it, what is known under assumptions
   */
  FindingsWriter(ChainGraph graph, Deductions known, ClaimRows rows, Consumer<ClaimRow> sink) {
    this.graph = graph;
    this.known = known;
    this.rows = rows;
    this.sink = sink;
  }

  /**
   * Writes the findings that rest on a block above {@code keep}.
   *
   * @param listener hears how many there are so far
   */
  void write(long keep, AnalysisListener listener) {
    RingNames names = new RingNames(known);
    graph.eachName(names::name);
    KeyBytes publicKeys = graph.publicKeys(named());
    long first = rows.next();
    Consumer<Conclusion> write =
        conclusion -> {
          if (conclusion.height() > keep) {
            sink.accept(rows.of(conclusion, publicKeys(conclusion, publicKeys)));
            if ((rows.next() - first) % BETWEEN == 0) {
              listener.written(rows.next() - first);
            }
          }
        };
    Map<Deductions, Conclusions> conclusions = new LinkedHashMap<>();
    for (Deductions one : List.of(known.proven(), known)) {
      conclusions.computeIfAbsent(one, any -> new Conclusions(one, graph, names, write));
    }
    graph.eachRing(
        (ring, image, space, indexes, ringKeys) ->
            say(conclusions.values(), ring, image, space, indexes, ringKeys));
    conclusions.forEach(
        (one, told) ->
            graph.eachRingElsewhere(
                one,
                (ring, image, space, indexes, ringKeys) ->
                    say(List.of(told), ring, image, space, indexes, ringKeys)));
    listener.written(rows.next() - first);
  }

  private void say(
      Collection<Conclusions> conclusions,
      int ring,
      KeyImage image,
      long space,
      long[] indexes,
      int[] ringKeys) {
    amountIndexes = indexes;
    keys = ringKeys;
    conclusions.forEach(one -> one.of(ring, image, space, indexes, ringKeys));
  }

  /** The keys that findings may name: those that a set took, and those that a fact strikes out. */
  private BitSet named() {
    BitSet named = new BitSet();
    for (int key = 0; key < known.graph().keys(); key++) {
      if (known.setOfKey(key) != Deductions.FREE) {
        named.set(key);
      }
    }
    for (int ring = 0; ring < known.graph().rings(); ring++) {
      if (known.isCut(ring)) {
        long end = known.graph().byRing().end(ring);
        for (long edge = known.graph().byRing().first(ring); edge < end; edge++) {
          named.set(known.graph().byRing().target(edge));
        }
      }
    }
    return named;
  }

  private List<PublicKey> publicKeys(Conclusion conclusion, KeyBytes publicKeys) {
    long[] outputs = FindingText.outputs(conclusion.finding().claim());
    List<PublicKey> found = new ArrayList<>(outputs.length);
    for (long output : outputs) {
      for (int i = 0; i < amountIndexes.length; i++) {
        if (amountIndexes[i] == output) {
          found.add(publicKeys.of(keys[i]));
          break;
        }
      }
    }
    return found;
  }
}
