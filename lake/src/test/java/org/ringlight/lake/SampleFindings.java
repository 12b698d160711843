package org.ringlight.lake;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RunRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/** Seeded findings and assertions: the same number and height always give the same rows. */
public final class SampleFindings {

  private static final SampleChain CHAIN = new SampleChain(0);

  /** The tables it has rows of. */
  public static final List<Table<?>> TABLES =
      List.of(ClaimRow.TABLE, RunRow.TABLE, AssertionRow.TABLE);

  private SampleFindings() {}

  private static byte[] bytes(String what, long number) {
    byte[] bytes = new byte[32];
    new Random(31L * what.hashCode() + number * 1_000_003L).nextBytes(bytes);
    return bytes;
  }

  private static FindingId id(long number) {
    return FindingId.at(bytes("finding", number), 0);
  }

  /** A claim that rests on block {@code height} and none above; as many outputs as its number. */
  public static ClaimRow claim(long number, long height) {
    int size = (int) (number % 7);
    boolean weights = number % 3 == 0;
    return new ClaimRow(
        number,
        id(number),
        "run-1",
        "chain-reaction",
        "1.0",
        number % 2 == 0 ? "" : "depth=3",
        weights ? "weights" : "closed_set",
        IntStream.range(0, size).mapToObj(i -> KeyImage.at(bytes("image" + i, number), 0)).toList(),
        number % 5 == 0 ? null : number % 5 == 1 ? -7 - number : 0L,
        LongStream.range(0, size).map(i -> i * number).toArray(),
        IntStream.range(0, size / 2)
            .mapToObj(i -> PublicKey.at(bytes("key" + i, number), 0))
            .toList(),
        IntStream.range(0, weights ? size : 0).mapToDouble(i -> 1.0 / (3 + i + number)).toArray(),
        weights ? "statistical" : "conditional",
        weights ? null : "größer als früher",
        number < 2
            ? List.of()
            : List.of(
                KeyImage.at(bytes("image", number - 1), 0),
                KeyImage.at(bytes("image", number - 2), 0)),
        number % 2 == 0 ? List.of() : List.of("an alternative branch", ""),
        size,
        height,
        height + 1,
        CHAIN.hash(height + 1));
  }

  public static RunRow run(long number, long claims, long takenBackAbove, long height) {
    return new RunRow(
        number,
        "run-" + number,
        1_700_000_000L + number,
        "chain-reaction; zero-decoy",
        number % 2 == 0 ? "" : "assertions " + id(number),
        claims,
        takenBackAbove,
        height,
        CHAIN.hash(height));
  }

  public static AssertionRow assertion(long number, long height) {
    boolean ofRing = number % 2 == 0;
    return new AssertionRow(
        number,
        AssertionId.at(bytes("assertion", number / 2), 0),
        1_700_000_000L + number,
        ofRing ? "assert" : "retract",
        "mine",
        ofRing ? KeyImage.at(bytes("image", number), 0) : null,
        ofRing ? null : -3L,
        ofRing ? null : number,
        ofRing ? null : PublicKey.at(bytes("key", number), 0),
        "the exchange's books are right",
        ofRing ? "books.csv" : "command line",
        ofRing ? Hash.at(bytes("file", number), 0) : null,
        ofRing ? number + 1 : null,
        height);
  }

  /** Appends claims that rest on these heights, in this order, numbered on. */
  static void append(Commit commit, long firstNumber, long... heights) {
    for (int i = 0; i < heights.length; i++) {
      commit.append(ClaimRow.TABLE, claim(firstNumber + i, heights[i]));
    }
  }

  /** Two commits of findings and one of assertions; the second's heights are 11 to 20. */
  public static void commitAll(Lake lake) {
    try (Writer findings = lake.writer(Namespace.FINDINGS)) {
      try (Commit commit = findings.begin()) {
        append(commit, 1, 9, 3, 10, 0, 7);
        commit.append(RunRow.TABLE, run(1, 5, -1, 10));
        commit.commit(10, CHAIN.hash(10));
      }
      try (Commit commit = findings.begin()) {
        append(commit, 6, 18, 11, 20, 13);
        commit.append(RunRow.TABLE, run(2, 4, RunRow.NOTHING_TAKEN_BACK, 20));
        commit.commit(20, CHAIN.hash(20));
      }
    }
    try (Writer intel = lake.writer(Namespace.INTEL);
        Commit commit = intel.begin()) {
      for (long number = 1; number <= 6; number++) {
        commit.append(AssertionRow.TABLE, assertion(number, 20 - number));
      }
      commit.commit(20, CHAIN.hash(20));
    }
  }
}
