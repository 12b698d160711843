package org.ringlight.protocol.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.UnsupportedTransaction;
import org.ringlight.protocol.corpus.CorpusIndex.Item;
import org.ringlight.protocol.extra.Extra;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.rules.TransactionSize;
import org.ringlight.protocol.rules.TransactionWeight;
import org.ringlight.protocol.wire.BlockEncoder;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.protocol.wire.TransactionDecoder;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.testing.Corpus;

class CorpusTest {

  private Path corpus = Path.of("");
  private List<Item> items = List.of();
  private Map<String, Hash> prunableHashes = Map.of();

  @BeforeEach
  void readIndex() {
    corpus = Corpus.folder();
    items = CorpusIndex.of(corpus);
    prunableHashes = RecordedTransactions.prunableHashes(corpus);
  }

  @Test
  void everyObjectDecodesToItsLastByteAndEncodesToTheSameBytes() {
    for (Item item : items) {
      byte[] bytes = item.bytes();
      assertThat(bytes).as(item.hash()).hasSize(Integer.parseInt(item.column("bytes")));
      assertThat(encodedAgain(item, bytes)).as(item.hash()).isEqualTo(bytes);
    }
    assertThat(items).hasSizeGreaterThan(1400);
  }

  @Test
  void everyObjectOfKnownIdHashesToIt() {
    Map<String, Count> classes = new TreeMap<>();
    for (Item item : items) {
      Count count = classes.computeIfAbsent(item.className(), name -> new Count());
      count.objects++;
      count.bytes += Integer.parseInt(item.column("bytes"));
      if (item.is("pruned") && prunableHash(item) == null) {
        assertThat(TransactionHashes.of(decoded(item))).as(item.hash()).isEmpty();
        count.withoutPrunableHash++;
      } else if (item.idKnown()) {
        assertThat(ids(item)).as("%s %s", item.className(), item.hash()).containsOnly(item.hash());
        count.hashed++;
      }
    }
    System.out.printf(
        "%-28s %7s %7s %17s %10s%n",
        "class", "objects", "hashed", "no prunable hash", "bytes each");
    classes.forEach(
        (name, count) ->
            System.out.printf(
                "%-28s %7d %7d %17d %10d%n",
                name,
                count.objects,
                count.hashed,
                count.withoutPrunableHash,
                count.bytes / count.objects));
    assertThat(classes.values().stream().mapToInt(count -> count.hashed).sum())
        .isEqualTo(items.stream().filter(Item::idKnown).count() - 1);
  }

  @Test
  void columnsOfTheListAgreeWithWhatIsDecoded() {
    for (Item item : items) {
      if (item.column("kind").equals("tx")) {
        Transaction transaction = decoded(item).transaction();
        assertThat(Shape.of(transaction)).as(item.hash()).isEqualTo(Shape.of(item));
      }
    }
  }

  @Test
  void sizeAndWeightFollowFromThePrunedForm() {
    int compared = 0;
    for (Item item : items) {
      if (item.column("kind").equals("tx") && !item.is("pruned")) {
        Transaction whole = TransactionDecoder.full(item.bytes());
        byte[] kept = TransactionEncoder.pruned(whole);
        DecodedTransaction pruned = DecodedTransaction.pruned(kept, null);
        assertThat(TransactionSize.of(pruned)).as(item.hash()).isEqualTo(item.bytes().length);
        assertThat(TransactionSize.of(pruned.transaction())).isEqualTo(item.bytes().length);
        assertThat(TransactionSize.of(DecodedTransaction.full(item.bytes())))
            .isEqualTo(item.bytes().length);
        assertThat(TransactionWeight.of(pruned))
            .as(item.hash())
            .isEqualTo(TransactionWeight.of(whole))
            .isGreaterThanOrEqualTo(item.bytes().length);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1400);
  }

  @Test
  void weightsAreThoseANodeSaidOfItsPool() {
    List<RecordedPool.Recorded> pool = RecordedPool.of(corpus);
    assertThat(pool).hasSizeGreaterThanOrEqualTo(17);
    int heavierThanLong = 0;
    for (RecordedPool.Recorded recorded : pool) {
      DecodedTransaction whole = DecodedTransaction.full(recorded.blob());
      assertThat(TransactionHashes.of(whole)).isEqualTo(txHash(recorded.id()));
      assertThat(TransactionWeight.of(whole)).as(recorded.id()).isEqualTo(recorded.weight());
      byte[] kept = TransactionEncoder.pruned(whole.transaction());
      assertThat(TransactionWeight.of(DecodedTransaction.pruned(kept, null)))
          .as(recorded.id())
          .isEqualTo(recorded.weight());
      heavierThanLong += recorded.weight() > recorded.blob().length ? 1 : 0;
    }
    assertThat(heavierThanLong).isGreaterThanOrEqualTo(3);
  }

  @Test
  void extraParsesWithoutLoss() {
    int unparsable = 0;
    for (Item item : items) {
      if (item.column("kind").equals("tx")) {
        byte[] extra = Shape.prefix(decoded(item).transaction()).extra().toBytes();
        Extra parsed = Extra.parse(extra);
        assertThat(parsed.encode()).as(item.hash()).isEqualTo(extra);
        unparsable += parsed.parsedWhole() ? 0 : 1;
      }
    }
    System.out.println("transactions whose extra has an unparsable remainder: " + unparsable);
  }

  @Test
  void recordedPrunedTransactionsHashToTheirIds() {
    int hashed = 0;
    for (RecordedTransactions.Recorded recorded : RecordedTransactions.of(corpus)) {
      DecodedTransaction decoded = recorded.decoded();
      assertThat(TransactionHashes.of(decoded)).as(recorded.id()).isEqualTo(txHash(recorded.id()));
      hashed++;
    }
    System.out.println("transactions of recorded answers hashed to their ids: " + hashed);
    assertThat(hashed).isGreaterThan(20);
  }

  private static byte[] encodedAgain(Item item, byte[] bytes) {
    if (item.column("kind").equals("block")) {
      return BlockEncoder.encode(DecodedBlock.of(bytes).block());
    }
    return item.is("pruned")
        ? TransactionEncoder.pruned(TransactionDecoder.pruned(bytes, null))
        : TransactionEncoder.full(TransactionDecoder.full(bytes));
  }

  /** The id computed both ways, from the bytes and from the values. */
  private List<String> ids(Item item) {
    if (item.column("kind").equals("block")) {
      DecodedBlock decoded = DecodedBlock.of(item.bytes());
      BlockHash fromBytes = BlockHashes.id(decoded);
      return List.of(fromBytes.toString(), BlockHashes.id(decoded.block()).toString());
    }
    DecodedTransaction decoded = decoded(item);
    TxHash fromBytes = TransactionHashes.of(decoded).orElseThrow();
    return List.of(
        fromBytes.toString(), TransactionHashes.of(decoded.transaction()).orElseThrow().toString());
  }

  private DecodedTransaction decoded(Item item) {
    return item.is("pruned")
        ? DecodedTransaction.pruned(item.bytes(), prunableHash(item))
        : DecodedTransaction.full(item.bytes());
  }

  private @Nullable Hash prunableHash(Item item) {
    return prunableHashes.get(item.hash());
  }

  private static Optional<TxHash> txHash(String id) {
    return Optional.of(TxHash.parse(id));
  }

  private static final class Count {
    private int objects;
    private int hashed;
    private int withoutPrunableHash;
    private long bytes;
  }

  /** What the list's columns say of a transaction. */
  private record Shape(String version, String type, int inputs, int outputs, String fee) {

    static TransactionPrefix prefix(Transaction transaction) {
      if (transaction instanceof TransactionV1 v1) {
        return v1.prefix();
      } else if (transaction instanceof TransactionV2 v2) {
        return v2.prefix();
      }
      throw new AssertionError(transaction);
    }

    static Shape of(Transaction transaction) {
      assertThat(transaction).isNotInstanceOf(UnsupportedTransaction.class);
      TransactionPrefix prefix = prefix(transaction);
      String type = "";
      String fee = "";
      if (transaction instanceof TransactionV2 v2) {
        type = String.valueOf(v2.base().type().wireByte());
        fee = type.equals("0") ? "" : Long.toUnsignedString(v2.base().fee());
      }
      return new Shape(
          String.valueOf(prefix.version()),
          type,
          prefix.inputs().size(),
          prefix.outputs().size(),
          fee);
    }

    static Shape of(Item item) {
      return new Shape(
          item.column("tx_version"),
          item.column("rct_type"),
          Integer.parseInt(item.column("n_in")),
          Integer.parseInt(item.column("n_out")),
          item.column("fee"));
    }
  }
}
