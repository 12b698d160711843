package org.ringlight.truth.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;
import org.ringlight.analytics.ring.ListedRing;
import org.ringlight.analytics.ring.RingList;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;

/** Rings with truth, made one by one. Every ring is a transaction of its own unless said. */
final class Sample {

  private final Path folder;
  private final List<ListedRing> rings = new ArrayList<>();
  private final List<TrueSpend> truth = new ArrayList<>();
  private long txId;

  Sample(Path folder) {
    this.folder = folder;
  }

  static KeyImage image(int number) {
    return KeyImage.parse(String.format("%064x", number));
  }

  static OutputName output(long index) {
    return new OutputName(0, index);
  }

  /** Claims of a heuristic by this name. */
  static Finding says(String name, Claim claim) {
    return new Finding(new HeuristicId(name, "1", ""), Guarantee.STATISTICAL, claim);
  }

  /** The next ring spends its member at {@code position}; a new transaction. */
  Sample ring(int era, int position, long... members) {
    txId++;
    return sibling(era, position, members);
  }

  /** The same, in the transaction of the ring before. */
  Sample sibling(int era, int position, long... members) {
    unknown(era, members);
    int number = rings.size() - 1;
    truth.add(new TrueSpend(image(number), 0, members[position], position, "ann"));
    return this;
  }

  /** A ring of which nobody knows. */
  Sample unknown(int era, long... members) {
    int number = rings.size();
    List<ListedRing.Member> list = new ArrayList<>();
    for (long member : members) {
      list.add(new ListedRing.Member(member, member, 1, 1, false));
    }
    rings.add(
        new ListedRing(
            number,
            image(number),
            TxHash.parse(String.format("%064x", txId)),
            txId,
            0,
            100,
            100,
            era,
            0,
            list));
    return this;
  }

  /** A line of the truth of a ring that is not there. */
  Sample absent(int number, long output) {
    truth.add(new TrueSpend(image(number), 0, output, 0, "ann"));
    return this;
  }

  RingList rings() {
    return new RingList(rings, 1000);
  }

  Path truth() {
    Path file = folder.resolve("truth.csv");
    TruthFiles.writeSpends(file, truth);
    return file;
  }

  KnownRings known() {
    return KnownRings.load(truth(), rings());
  }
}
