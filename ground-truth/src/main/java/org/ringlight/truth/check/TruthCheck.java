package org.ringlight.truth.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.BlockDecoder;
import org.ringlight.protocol.wire.TransactionDecoder;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.truth.CsvReader;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;

/**
 * Reads a whole chain from its node and compares every line of its truth file: every ring of the
 * chain has one, in the order of the chain; the ring has that index space; the member at that place
 * is that output; and every member of every ring is an output that an earlier block made. Who the
 * owner is, no chain says. Memory does not grow with the chain.
 */
public final class TruthCheck {

  private final NodeClient node;
  private final CsvReader<TrueSpend> truth;
  private final OutputCounts outputs = new OutputCounts();
  private @Nullable TrueSpend expected;
  private long rings;
  private long transactions;

  private TruthCheck(NodeClient node, CsvReader<TrueSpend> truth) {
    this.node = node;
    this.truth = truth;
  }

  /**
   * What was compared; all of it agrees.
   *
   * @param blocks of the chain, genesis included
   * @param transactions of the chain, coinbases left out
   * @param rings of the chain, and lines of the truth file
   */
  public record Agreed(long blocks, long transactions, long rings) {}

  /**
   * Compares.
   *
   * @param progress told how many blocks are read
   * @throws DataInvalid at the first line that does not agree, with both sides
   */
  public static Agreed run(NodeClient node, Path truthFile, LongConsumer progress) {
    try (CsvReader<TrueSpend> truth = TruthFiles.spends(truthFile)) {
      return new TruthCheck(node, truth).compare(progress);
    }
  }

  private Agreed compare(LongConsumer progress) {
    advance();
    long height = 0;
    ChainPage page = node.page(0, PageForm.FULL);
    while (!page.blocks().isEmpty()) {
      for (UnverifiedBlock block : page.blocks()) {
        compare(block, height);
        height++;
      }
      progress.accept(height);
      page = node.page(height, PageForm.FULL);
    }
    if (expected != null) {
      throw disagreement(
          "key image " + expected.keyImage() + " does not follow on the chain",
          "chain of " + height + " blocks");
    }
    return new Agreed(height, transactions, rings);
  }

  private void compare(UnverifiedBlock given, long height) {
    Block block = BlockDecoder.decode(given.blob());
    List<TxHash> hashes = block.transactionHashes();
    if (hashes.size() != given.transactions().size()) {
      throw disagreement(
          given.transactions().size() + " transactions for " + hashes.size() + " hashes",
          "block " + height);
    }
    List<TransactionPrefix> prefixes = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      Transaction transaction = TransactionDecoder.full(given.transactions().get(i).blob());
      String place = "block " + height + " tx " + hashes.get(i);
      if (!TransactionHashes.of(transaction).equals(Optional.of(hashes.get(i)))) {
        throw disagreement("a transaction that does not hash to its id", place);
      }
      transactions++;
      TransactionPrefix prefix = prefix(transaction, place);
      prefixes.add(prefix);
      compare(prefix, place);
    }
    outputs.add(prefix(block.minerTransaction(), "block " + height), given.outputIndices().get(0));
    for (int i = 0; i < prefixes.size(); i++) {
      outputs.add(prefixes.get(i), given.outputIndices().get(i + 1));
    }
  }

  private void compare(TransactionPrefix prefix, String place) {
    for (Input input : prefix.inputs()) {
      if (input instanceof Input.ToKey ring) {
        rings++;
        long[] members = ring.offsets().absolute();
        for (long member : members) {
          if (!outputs.has(ring.amount(), member)) {
            throw disagreement("a ring member that no earlier block made: " + member, place);
          }
        }
        TrueSpend spend = expected;
        if (spend == null || !spend.keyImage().equals(ring.keyImage())) {
          throw disagreement(
              "the chain's next ring has the key image "
                  + ring.keyImage()
                  + ", the truth "
                  + (spend == null ? "ends there" : "names " + spend.keyImage()),
              place);
        }
        compare(spend, ring, members, place);
        advance();
      }
    }
  }

  private void compare(TrueSpend spend, Input.ToKey ring, long[] members, String place) {
    if (ring.amount() != spend.indexSpace()) {
      throw disagreement(
          "the ring is of index space "
              + Long.toUnsignedString(ring.amount())
              + ", not "
              + Long.toUnsignedString(spend.indexSpace()),
          place);
    }
    if (spend.position() < 0
        || spend.position() >= members.length
        || members[spend.position()] != spend.amountIndex()) {
      throw disagreement(
          "output "
              + Long.toUnsignedString(spend.amountIndex())
              + " is not at place "
              + spend.position()
              + " of its ring of "
              + members.length,
          place);
    }
  }

  private void advance() {
    expected = truth.next();
  }

  private DataInvalid disagreement(String what, String chainPlace) {
    return new DataInvalid(
        what,
        truth.place() + ", " + chainPlace,
        "truth and chain do not belong together: make both again");
  }

  private static TransactionPrefix prefix(Transaction transaction, String place) {
    if (transaction instanceof TransactionV1 v1) {
      return v1.prefix();
    } else if (transaction instanceof TransactionV2 v2) {
      return v2.prefix();
    }
    throw new DataInvalid("a transaction of an unknown kind", place, "use a newer version");
  }
}
