package org.ringlight.truth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.heuristic.Card;
import org.ringlight.analytics.heuristic.GuessNewest;
import org.ringlight.analytics.heuristic.RingScorer;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.Rings;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/** As many rings as the era chain of 100,000 blocks has: how much memory and time it takes. */
@Tag("full")
class EvaluationScaleTest {

  private static final int RINGS = 2_100_000;
  private static final int SIZE = 11;

  @TempDir Path folder;

  /** Seeded rings that are made anew at each pass: nothing of them is kept. */
  private static final class MadeRings implements Rings {

    @Override
    public long count() {
      return RINGS;
    }

    @Override
    public long outputCount() {
      return 2L * RINGS;
    }

    @Override
    public void forEach(Consumer<? super Ring> visitor) {
      MadeRing ring = new MadeRing();
      for (int number = 0; number < RINGS; number++) {
        ring.moveTo(number);
        visitor.accept(ring);
      }
    }
  }

  private static final class MadeRing implements Ring {

    private int number;
    private final long[] members = new long[SIZE];
    private final byte[] image = new byte[32];

    /** Members among the 100,000 outputs before its own; it spends output {@code 2 x number}. */
    void moveTo(int next) {
      number = next;
      SplittableRandom random = new SplittableRandom(next);
      for (int i = 0; i < SIZE; i++) {
        members[i] = 2L * next + 1 + 2L * random.nextInt(50_000);
      }
      members[random.nextInt(SIZE)] = 2L * next;
      Arrays.sort(members);
      for (int i = 0; i < 32; i++) {
        image[i] = (byte) random.nextInt();
      }
    }

    int truth() {
      return Arrays.binarySearch(members, 2L * number);
    }

    @Override
    public long ringId() {
      return number;
    }

    @Override
    public KeyImage keyImage() {
      return KeyImage.of(image);
    }

    @Override
    public TxHash txHash() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long txId() {
      return number / 2;
    }

    @Override
    public int inputIndex() {
      return number % 2;
    }

    @Override
    public long height() {
      return number / 20;
    }

    @Override
    public long timestamp() {
      return height() * 120;
    }

    @Override
    public int era() {
      return 1 + number / (RINGS / 16 + 1);
    }

    @Override
    public long indexSpace() {
      return 0;
    }

    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public long amountIndex(int position) {
      return members[position];
    }

    @Override
    public long outputId(int position) {
      return members[position];
    }

    @Override
    public long memberHeight(int position) {
      return 0;
    }

    @Override
    public long memberTimestamp(int position) {
      return 0;
    }

    @Override
    public boolean isCoinbase(int position) {
      return false;
    }
  }

  private static final RingScorer BY_POSITION =
      new RingScorer() {
        @Override
        public Card card() {
          return Card.of("by-position", "1", Guarantee.STATISTICAL);
        }

        @Override
        public double score(Ring ring, int position) {
          return 1.0 / (1 + position + ring.amountIndex(0) % 17);
        }
      };

  @Test
  void twoMillionRingsFitAndTakeSeconds() throws IOException {
    Path truth = write();
    long before = used();
    long start = System.nanoTime();
    MadeRings rings = new MadeRings();
    KnownRings known = KnownRings.load(truth, rings);
    double loaded = seconds(start);
    long bytes = used() - before;
    Evaluation evaluation = new Evaluation(known, Breakdown.ERA);
    start = System.nanoTime();
    new GuessNewest().run(rings, evaluation);
    double claims = seconds(start);
    start = System.nanoTime();
    BY_POSITION.run(rings, evaluation);
    double posteriors = seconds(start);
    start = System.nanoTime();
    Evaluated scores = evaluation.scores();
    System.out.printf(
        Locale.ROOT,
        "%,d rings of %d: truth %,d MB on disk, in memory %,d MB (%d bytes a ring), loaded in %.1f"
            + " s; claims judged in %.1f s, probabilities in %.1f s, scores of %d groups in %.1f"
            + " s%n",
        RINGS,
        SIZE,
        Files.size(truth) >> 20,
        bytes >> 20,
        bytes / RINGS,
        loaded,
        claims,
        posteriors,
        scores.posteriors().size(),
        seconds(start));
    assertThat(known.count()).isEqualTo(RINGS);
    assertThat(bytes / RINGS).isLessThan(150 + 6 * SIZE);
    assertThat(scores.posteriors().get(0).rings()).isEqualTo(RINGS);
    // by construction the true spend is the oldest member, and the newest is wrong
    assertThat(scores.claims().get(0).wrong()).isEqualTo(RINGS);
  }

  private Path write() throws IOException {
    Path file = folder.resolve("truth.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("key_image,index_space,amount_index,position,owner\n");
      MadeRing ring = new MadeRing();
      for (int number = 0; number < RINGS; number++) {
        ring.moveTo(number);
        out.write(ring.keyImage() + ",0," + 2L * number + "," + ring.truth() + ",ann\n");
      }
    }
    return file;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
