package org.ringlight.analytics.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.ringlight.analytics.deduce.AssertedSpend;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Fact;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** The assertions that stand: made, and not retracted since. */
public final class Assertions {

  private final List<Assertion> standing;

  private Assertions(List<Assertion> standing) {
    this.standing = List.copyOf(standing);
  }

  /** Reads them; none where {@code intel} is empty. */
  public static Assertions read(Optional<Snapshot> intel) {
    Map<AssertionId, Assertion> last = new LinkedHashMap<>();
    intel.ifPresent(
        tables -> {
          try (Rows<AssertionRow> rows = tables.scan(AssertionRow.TABLE)) {
            rows.forEachRemaining(
                row -> {
                  last.remove(row.assertionId());
                  if (row.action().equals("assert")) {
                    last.put(row.assertionId(), of(row));
                  }
                });
          }
        });
    return new Assertions(new ArrayList<>(last.values()));
  }

  private static Assertion of(AssertionRow row) {
    Long space = row.indexSpace();
    Long index = row.amountIndex();
    if (space == null || index == null) {
      throw new DataInvalid(
          "an assertion names no output", "intel.assertions " + row.assertionId(), "retract it");
    }
    return new Assertion(
        row.assertionId(),
        Assertion.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        row.keyImage(),
        new OutputName(space, index),
        row.publicKey(),
        row.assumption(),
        row.source());
  }

  public List<Assertion> standing() {
    return standing;
  }

  /** What they are, in words that differ where they do; empty where there are none. */
  String digest() {
    if (standing.isEmpty()) {
      return "";
    }
    CRC32 sum = new CRC32();
    standing.forEach(one -> sum.update(one.id().toString().getBytes(StandardCharsets.US_ASCII)));
    return standing.size() + " assertions, " + Long.toHexString(sum.getValue());
  }

  Set<KeyImage> keyImages() {
    Set<KeyImage> images = new HashSet<>();
    for (Assertion one : standing) {
      KeyImage image = one.keyImage();
      if (image != null) {
        images.add(image);
      }
    }
    return images;
  }

  /**
   * What they say of the graph. Of a member whose key another output has too, that it is a decoy
   * says nothing: the ring may name that other one.
   *
   * @throws DataInvalid where one names a ring or an output that is not there, or is another by
   *     now, or no member of the ring
   */
  List<AssertedSpend> on(ChainGraph graph) {
    List<AssertedSpend> said = new ArrayList<>();
    for (Assertion one : standing) {
      AssertedSpend spend = on(graph, one);
      if (spend.kind() != AssertedSpend.Kind.DECOY
          || !graph.isShared(spend.key(), Integer.MAX_VALUE - 1)) {
        said.add(spend);
      }
    }
    return said;
  }

  private static AssertedSpend on(ChainGraph graph, Assertion one) {
    String words = one.kind().word() + ' ' + one.output() + " (" + one.source() + ")";
    Fact fact =
        new Fact(Fact.Source.SAID, "assertion " + one.id() + ": " + words, one.assumption());
    int key = key(graph, one);
    KeyImage image = one.keyImage();
    int ring = image == null ? Deductions.FREE : graph.ring(image);
    if (ring != Deductions.FREE && !graph.graph().byRing().holds(ring, key)) {
      throw wrong(one, "output " + one.output() + " is no member of ring " + image);
    }
    if (one.kind() == Assertion.Kind.MINE) {
      return ring == Deductions.FREE
          ? new AssertedSpend(AssertedSpend.Kind.UNSPENT, ring, key, fact)
          : new AssertedSpend(AssertedSpend.Kind.SPENDS, ring, key, fact);
    }
    if (ring == Deductions.FREE) {
      throw wrong(one, "an assertion is of a ring that is not in the tables: " + image);
    }
    return new AssertedSpend(
        one.kind() == Assertion.Kind.DECOY ? AssertedSpend.Kind.DECOY : AssertedSpend.Kind.SPENDS,
        ring,
        key,
        fact);
  }

  private static int key(ChainGraph graph, Assertion one) {
    OutputName name = one.output();
    OutputRow row;
    try (Rows<OutputRow> rows =
        graph
            .tables()
            .find(OutputRow.TABLE, OutputRow.named(name.indexSpace(), name.amountIndex()))) {
      row = rows.hasNext() ? rows.next() : null;
    }
    if (row == null) {
      throw wrong(one, "an assertion is of an output that is not in the tables: " + name);
    } else if (!row.publicKey().equals(one.publicKey())) {
      throw wrong(one, "output " + name + " is another since it was said: the chain was cut back");
    }
    return graph.of(row.outputId(), name.indexSpace(), name.amountIndex());
  }

  private static DataInvalid wrong(Assertion one, String what) {
    return new DataInvalid(what, "assertion " + one.id(), "ringlight assert retract " + one.id());
  }
}
