package org.ringlight.indexer;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.KeyOffsets;
import org.ringlight.protocol.Output;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.BlockEncoder;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedOutput;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeInfo;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.testing.RandomTransactions;

/**
 * A short chain as there were in 2014 to 2017, which no node of today can make: cleartext amounts,
 * then RingCT beside them. Its hashes are right; its signatures are noise.
 */
final class OldChain {

  private final Random random = new Random(2014);
  private final RandomTransactions made = new RandomTransactions(2017);
  private final List<Block> blocks = new ArrayList<>();
  private final List<List<Transaction>> transactions = new ArrayList<>();
  private final List<List<long[]>> indices = new ArrayList<>();
  private final Map<Long, Long> spaces = new HashMap<>();
  private long difficulty = 1;

  /** A block of these transactions, its coinbase paying {@code amounts} in clear. */
  void oldBlock(List<Long> amounts, Transaction... paid) {
    Input reward = new Input.Coinbase(blocks.size());
    block(v1(List.of(reward), amounts), paid);
  }

  /** A block of these transactions with a coinbase of version 2. */
  void newBlock(Transaction... paid) {
    block(made.coinbase(blocks.size()), paid);
  }

  private void block(Transaction coinbase, Transaction... paid) {
    List<TxHash> hashes = new ArrayList<>();
    List<long[]> ofBlock = new ArrayList<>(List.of(indices(coinbase)));
    for (Transaction transaction : paid) {
      hashes.add(TransactionHashes.of(transaction).orElseThrow());
      ofBlock.add(indices(transaction));
    }
    BlockHash previous = blocks.isEmpty() ? BlockHash.of(new byte[32]) : hash(blocks.size() - 1);
    BlockHeader header = new BlockHeader(1, 0, 1_400_000_000L + blocks.size(), previous, 7);
    blocks.add(new Block(header, coinbase, hashes));
    transactions.add(List.of(paid));
    indices.add(ofBlock);
  }

  private long[] indices(Transaction transaction) {
    Shape shape = Shape.of(transaction);
    return shape.prefix().outputs().stream()
        .mapToLong(output -> spaces.merge(shape.indexSpace(output.amount()), 1L, Long::sum) - 1)
        .toArray();
  }

  /** A payment in clear. */
  TransactionV1 payment(long amount, long[] members, List<Long> amounts) {
    return v1(List.of(ring(amount, members)), amounts);
  }

  /** A RingCT transaction; its members are of {@code amount}, 0 for hidden ones. */
  TransactionV2 ringCt(long amount, long... members) {
    TransactionV2 any =
        made.ringCt(RingCtType.SIMPLE, new RandomTransactions.Shape(1, members.length, 2));
    TransactionPrefix prefix = any.prefix();
    return new TransactionV2(
        new TransactionPrefix(
            2, 0, List.of(ring(amount, members)), prefix.outputs(), prefix.extra()),
        any.base(),
        any.prunable());
  }

  private Input ring(long amount, long... members) {
    return new Input.ToKey(amount, KeyOffsets.ofAbsolute(members), KeyImage.of(bytes(32)));
  }

  private TransactionV1 v1(List<Input> inputs, List<Long> amounts) {
    List<Output> outputs = new ArrayList<>();
    amounts.forEach(amount -> outputs.add(new Output.ToKey(amount, PublicKey.of(bytes(32)))));
    TransactionPrefix prefix = new TransactionPrefix(1, 0, inputs, outputs, Bytes.EMPTY);
    return new TransactionV1(
        prefix, new Signatures.Whole(Bytes.of(bytes((int) TransactionV1.signatureBytes(prefix)))));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** What the node says of the work of each block. */
  void setDifficulty(long hashes) {
    difficulty = hashes;
  }

  /** The height of the last block. */
  int tip() {
    return blocks.size() - 1;
  }

  byte[] blob(int height) {
    return BlockEncoder.encode(blocks.get(height));
  }

  BlockHash hash(int height) {
    return BlockHashes.id(blocks.get(height));
  }

  /** A node that keeps everything. */
  NodeClient node() {
    return node(PageForm.FULL);
  }

  /** A node that has pruned its blocks: no whole pages, but whole transactions of version 1. */
  NodeClient prunedNode() {
    return node(PageForm.PRUNED);
  }

  @SuppressWarnings("unchecked")
  private NodeClient node(PageForm kept) {
    return (NodeClient)
        Proxy.newProxyInstance(
            NodeClient.class.getClassLoader(),
            new Class<?>[] {NodeClient.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "info" -> info();
                  case "hashAt" -> hashAt((long) given[0]);
                  case "headers" -> headers((long) given[0], (long) given[1]);
                  case "page" -> page((long) given[0], (PageForm) given[1], kept);
                  case "transactions" -> fetched((List<TxHash>) given[0], PageForm.FULL);
                  case "prunedTransactions" -> fetched((List<TxHash>) given[0], PageForm.PRUNED);
                  case "alternativeChains" -> List.of();
                  case "outputs" -> outputs((List<OutputName>) given[0]);
                  case "describe" -> "a chain in memory";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<FetchedOutput> outputs(List<OutputName> names) {
    List<FetchedOutput> found = new ArrayList<>();
    for (OutputName name : names) {
      for (int h = 0; h < blocks.size(); h++) {
        List<Transaction> all = new ArrayList<>(List.of(blocks.get(h).minerTransaction()));
        all.addAll(transactions.get(h));
        for (int t = 0; t < all.size(); t++) {
          Shape shape = Shape.of(all.get(t));
          for (int o = 0; o < shape.prefix().outputs().size(); o++) {
            Output output = shape.prefix().outputs().get(o);
            if (shape.indexSpace(output.amount()) == name.indexSpace()
                && indices.get(h).get(t)[o] == name.amountIndex()) {
              found.add(
                  new FetchedOutput(
                      name,
                      output.key(),
                      commitment(shape, o),
                      h,
                      TransactionHashes.of(all.get(t)).orElseThrow(),
                      true));
            }
          }
        }
      }
    }
    return found;
  }

  private static Commitment commitment(Shape shape, int output) {
    return shape
        .ringCt()
        .filter(base -> base.type() != RingCtType.NULL)
        .map(base -> base.commitments().get(output))
        .orElse(Commitment.of(new byte[32]));
  }

  private NodeInfo info() {
    return new NodeInfo(
        "fakechain",
        blocks.size(),
        hash(blocks.size() - 1),
        0,
        "",
        false,
        true,
        0,
        OptionalLong.empty());
  }

  private Optional<BlockHash> hashAt(long height) {
    return height < blocks.size() ? Optional.of(hash((int) height)) : Optional.empty();
  }

  private List<HeaderFacts> headers(long from, long to) {
    List<HeaderFacts> headers = new ArrayList<>();
    for (int h = (int) from; h <= to; h++) {
      BlockHeader header = blocks.get(h).header();
      TxHash coinbase = TransactionHashes.of(blocks.get(h).minerTransaction()).orElseThrow();
      headers.add(
          new HeaderFacts(
              h,
              hash(h),
              header.previous(),
              header.timestamp(),
              1,
              0,
              header.nonce(),
              coinbase,
              transactions.get(h).size(),
              difficulty,
              1000,
              1000,
              1,
              false));
    }
    return headers;
  }

  private ChainPage page(long from, PageForm form, PageForm kept) {
    if (form == PageForm.FULL && kept == PageForm.PRUNED) {
      throw new ConfigurationInvalid("pruned", "here", "ask for pruned pages");
    }
    List<UnverifiedBlock> page = new ArrayList<>();
    for (int h = (int) from; h < Math.min(from + 3, blocks.size()); h++) {
      List<UnverifiedTransaction> blobs =
          transactions.get(h).stream()
              .map(
                  transaction ->
                      new UnverifiedTransaction(
                          form == PageForm.FULL
                              ? TransactionEncoder.full(transaction)
                              : TransactionEncoder.pruned(transaction),
                          null))
              .toList();
      page.add(new UnverifiedBlock(BlockEncoder.encode(blocks.get(h)), blobs, indices.get(h)));
    }
    return new ChainPage(from, blocks.size(), page);
  }

  private List<FetchedTransaction> fetched(List<TxHash> hashes, PageForm form) {
    List<FetchedTransaction> fetched = new ArrayList<>();
    for (TxHash hash : hashes) {
      Transaction transaction =
          transactions.stream()
              .flatMap(List::stream)
              .filter(t -> TransactionHashes.of(t).equals(Optional.of(hash)))
              .findFirst()
              .orElseThrow();
      byte[] pruned = TransactionEncoder.pruned(transaction);
      byte[] rest = new byte[0];
      if (form == PageForm.FULL) {
        byte[] full = TransactionEncoder.full(transaction);
        rest = java.util.Arrays.copyOfRange(full, pruned.length, full.length);
      }
      fetched.add(
          new FetchedTransaction(
              hash,
              pruned,
              rest,
              transaction instanceof TransactionV2 v2
                      && v2.prunable() instanceof Prunable.Whole whole
                  ? whole.hash()
                  : null,
              OptionalLong.of(0)));
    }
    return fetched;
  }
}
