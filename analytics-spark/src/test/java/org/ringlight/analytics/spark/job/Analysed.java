package org.ringlight.analytics.spark.job;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.deduce.Conclusion;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.analytics.heuristic.ClosedSets;
import org.ringlight.analytics.heuristic.IdenticalRings;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.KeyImage;

/** Writes what proves itself on a chain as findings, and a few guesses that must not count. */
public final class Analysed {

  private final Commit commit;
  private final Tip tip;
  private long number;

  private Analysed(Commit commit, Tip tip) {
    this.commit = commit;
    this.tip = tip;
  }

  /** Analyses the chain of {@code lake} up to its tip. */
  public static void upToTip(Lake lake) {
    Tip tip = lake.tip(Namespace.XMR).orElseThrow();
    try (Writer writer = lake.writer(Namespace.FINDINGS);
        Commit commit = writer.begin()) {
      Analysed analysed = new Analysed(commit, tip);
      ArrayGraph.of(lake, tip.height())
          .conclude(analysed::add, new Cascade(), new IdenticalRings(), new ClosedSets());
      commit.commit(tip.height(), tip.hash());
    }
  }

  private void add(Conclusion conclusion) {
    append(conclusion, conclusion.finding().guarantee());
    Claim claim = conclusion.finding().claim();
    if (claim instanceof Claim.MemberEliminated struck && number % 5 < 2) {
      Claim resolved = new Claim.RingResolved(struck.keyImage(), struck.output());
      Guarantee guarantee =
          number % 2 == 0 ? Guarantee.STATISTICAL : Guarantee.onlyIf("somebody is right");
      append(
          new Conclusion(
              new Finding(new HeuristicId("guess", "1", ""), guarantee, resolved),
              List.of(),
              List.of(),
              0,
              conclusion.height()),
          guarantee);
    }
  }

  private void append(Conclusion said, Guarantee guarantee) {
    Claim claim = said.finding().claim();
    commit.append(
        ClaimRow.TABLE,
        new ClaimRow(
            number,
            FindingId.at(ByteBuffer.allocate(32).putLong(number++).array(), 0),
            "run",
            said.finding().heuristic().name(),
            said.finding().heuristic().version(),
            "",
            claim.kind().word(),
            images(claim),
            space(claim),
            outputs(claim),
            List.of(),
            new double[0],
            guarantee.level().word(),
            guarantee.assumption(),
            said.restsOn(),
            said.evidence(),
            said.depth(),
            said.height(),
            tip.height(),
            tip.hash()));
  }

  private static List<KeyImage> images(Claim claim) {
    if (claim instanceof Claim.ClosedSet set) {
      return set.keyImages();
    }
    return claim instanceof Claim.OfRing ring ? List.of(ring.keyImage()) : List.of();
  }

  private static @Nullable Long space(Claim claim) {
    if (claim instanceof Claim.OfRing ring) {
      return ring.indexSpace();
    }
    return claim instanceof Claim.OutputSpent spent ? spent.output().indexSpace() : null;
  }

  private static long[] outputs(Claim claim) {
    if (claim instanceof Claim.OfRing ring) {
      return ring.amountIndexes();
    }
    return claim instanceof Claim.OutputSpent spent
        ? new long[] {spent.output().amountIndex()}
        : new long[0];
  }
}
