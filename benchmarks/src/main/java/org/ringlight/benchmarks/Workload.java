package org.ringlight.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.corpus.CorpusIndex;
import org.ringlight.protocol.wire.TransactionDecoder;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.testing.RandomTransactions;

/**
 * Transactions to read, whole or pruned.
 *
 * @param name of what they are
 * @param form whether they are whole
 * @param blobs their bytes
 */
record Workload(String name, Form form, List<byte[]> blobs) {

  /** Whole, or without what pruning leaves out. */
  enum Form {
    WHOLE,
    PRUNED
  }

  private static final int SYNTHETIC_TRANSACTIONS = 20_000;
  private static final int CORPUS_TRANSACTIONS = 4_000;

  Workload {
    blobs = List.copyOf(blobs);
  }

  /**
   * Transactions like mainnet's after August 2022: type 6, rings of 16, mostly one or two inputs
   * and two outputs.
   */
  static Workload likeMainnet(long seed) {
    Random random = new Random(seed);
    RandomTransactions transactions = new RandomTransactions(seed);
    List<byte[]> blobs = new ArrayList<>();
    for (int i = 0; i < SYNTHETIC_TRANSACTIONS; i++) {
      int inputs = random.nextInt(10) < 8 ? 1 + random.nextInt(2) : 3 + random.nextInt(6);
      int outputs = random.nextInt(10) < 9 ? 2 : 3 + random.nextInt(14);
      RandomTransactions.Shape shape = new RandomTransactions.Shape(inputs, 16, outputs);
      blobs.add(TransactionEncoder.full(transactions.ringCt(RingCtType.BULLETPROOF_PLUS, shape)));
    }
    return new Workload("like mainnet since 2022", Form.WHOLE, blobs);
  }

  /** The real transactions of every era that are no coinbase, over and over. */
  static Workload ofCorpus(Path folder) {
    List<byte[]> blobs =
        CorpusIndex.of(folder).stream()
            .filter(item -> item.column("kind").equals("tx"))
            .filter(item -> !item.is("pruned") && !item.is("coinbase"))
            .map(CorpusIndex.Item::bytes)
            .toList();
    List<byte[]> many = new ArrayList<>();
    while (many.size() < CORPUS_TRANSACTIONS) {
      many.addAll(blobs);
    }
    return new Workload("real, every era", Form.WHOLE, many);
  }

  /** The same transactions without what pruning leaves out. */
  Workload pruned() {
    return new Workload(
        name,
        Form.PRUNED,
        blobs.stream()
            .map(blob -> TransactionEncoder.pruned(TransactionDecoder.full(blob)))
            .toList());
  }

  long bytes() {
    return blobs.stream().mapToLong(blob -> blob.length).sum();
  }
}
