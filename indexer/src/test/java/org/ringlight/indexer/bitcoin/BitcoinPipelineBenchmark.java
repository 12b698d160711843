package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.pipeline.DecodedPage;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Pages;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;
import org.ringlight.rpc.bitcoinj.BitcoinDecoder;

/**
 * Everything that indexing does beside decoding alone, by as many threads and by one, in turns and
 * in one run: a made chain in memory of blocks of 2,000 payments, two inputs and two outputs on
 * average, of all kinds of scripts. {@code -Dringlight.bitcoin.blocks} says how many.
 */
@Tag("full")
class BitcoinPipelineBenchmark {

  private static final int ROUNDS = 3;
  private static final int PAYMENTS = 2_000;

  @TempDir Path folder;

  @Test
  void decodingAndStoringBesideDecodingAlone() {
    MadeChain chain = new MadeChain(42).grow(20, 0);
    for (int i = 0; i < 10; i++) {
      chain.scatter(3_000);
    }
    for (int i = 0; i < Integer.getInteger("ringlight.bitcoin.blocks", 100); i++) {
      chain.grow(PAYMENTS);
    }
    MadeSource source = new MadeSource(chain);
    decode(source); // warms both up
    index(source, folder.resolve("warm"));
    double[] decoded = new double[ROUNDS];
    double[] indexed = new double[ROUNDS];
    double[] ratio = new double[ROUNDS];
    double[] ratioToOne = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      decoded[round] = decode(source);
      indexed[round] = index(source, folder.resolve("round-" + round));
      double byOne = decodeByOne(source);
      ratio[round] = indexed[round] / decoded[round];
      ratioToOne[round] = indexed[round] / byOne;
      System.out.printf(
          "round %d: decoding alone %,.0f tx/s, by one thread %,.0f tx/s, decoding and storing"
              + " %,.0f tx/s%n",
          round + 1, decoded[round], byOne, indexed[round]);
    }
    System.out.printf(
        "decoding and storing: %.2f of decoding alone by %d threads, %.2f of decoding by one%n",
        median(ratio), Runtime.getRuntime().availableProcessors(), median(ratioToOne));
    assertThat(median(ratioToOne)).isGreaterThan(0.5);
  }

  private static double decode(MadeSource source) {
    BitcoinDecoder decoder = new BitcoinDecoder(source.network());
    long start = System.nanoTime();
    long transactions = 0;
    try (Pages<RawBlocks, BitcoinBlock> pages =
        new Pages<>(
            new FetchBlocks(source),
            raw -> decoded(decoder, raw),
            0,
            source.tipHeight(),
            new IndexProgress(),
            () -> false)) {
      for (DecodedPage<BitcoinBlock> page = pages.next(); !page.isEnd(); page = pages.next()) {
        for (BitcoinBlock block : page.blocks()) {
          transactions += block.transactions().size();
        }
      }
    }
    return transactions / ((System.nanoTime() - start) / 1e9);
  }

  private static double decodeByOne(MadeSource source) {
    BitcoinDecoder decoder = new BitcoinDecoder(source.network());
    long start = System.nanoTime();
    long transactions = 0;
    for (RawBitcoinBlock block : source.blocks(0, source.tipHeight(), Long.MAX_VALUE)) {
      transactions += decoder.block(block.bytes()).transactions().size();
    }
    return transactions / ((System.nanoTime() - start) / 1e9);
  }

  private static DecodedPage<BitcoinBlock> decoded(BitcoinDecoder decoder, RawBlocks raw) {
    List<BitcoinBlock> blocks = new ArrayList<>();
    for (RawBitcoinBlock block : raw.blocks()) {
      blocks.add(decoder.block(block.bytes()));
    }
    return new DecodedPage<>(blocks, Optional.empty());
  }

  private static double index(MadeSource source, Path data) {
    try (BitcoinIndexer indexer = new BitcoinIndexer(source, data)) {
      IndexReport report = indexer.run(Indexing.everything());
      return report.transactions() / (report.took().toNanos() / 1e9);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
