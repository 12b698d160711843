package org.ringlight.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.RingCtBase;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Signatures;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.rules.TransactionSize;
import org.ringlight.protocol.rules.TransactionWeight;
import org.ringlight.testing.RandomTransactions;

class RoundTripTest {

  private static final int TIMES = 200;

  private final RandomTransactions random = new RandomTransactions(20140418);

  @ParameterizedTest
  @EnumSource(names = "NULL", mode = EnumSource.Mode.EXCLUDE)
  void everyRingCtTypeSurvivesBytesWholeAndPruned(RingCtType type) {
    for (int i = 0; i < TIMES; i++) {
      TransactionV2 transaction = random.ringCt(type, random.shape());
      assertSurvivesWhole(transaction);

      byte[] kept = TransactionEncoder.pruned(transaction);
      Hash prunableHash = ((Prunable.Whole) transaction.prunable()).hash();
      Transaction pruned = TransactionDecoder.pruned(kept, prunableHash);
      assertThat(pruned)
          .isEqualTo(
              new TransactionV2(
                  transaction.prefix(), transaction.base(), new Prunable.Pruned(prunableHash)));
      assertThat(TransactionEncoder.pruned(pruned)).isEqualTo(kept);
      assertThat(TransactionHashes.of(pruned)).isEqualTo(TransactionHashes.of(transaction));
      assertThat(TransactionSize.of(pruned)).isEqualTo(TransactionSize.of(transaction));
      assertThat(TransactionWeight.of(pruned)).isEqualTo(TransactionWeight.of(transaction));
    }
  }

  @Test
  void oneProofForEachOutputIsRead() {
    for (int outputs = 1; outputs <= 16; outputs++) {
      RandomTransactions.Shape shape = new RandomTransactions.Shape(2, 7, outputs);
      assertSurvivesWhole(random.ringCt(RingCtType.BULLETPROOF, shape, outputs));
    }
  }

  @Test
  void version1SurvivesBytesAndPrunedHasNoHash() {
    for (int i = 0; i < TIMES; i++) {
      TransactionV1 transaction = random.v1(random.shape());
      assertSurvivesWhole(transaction);

      Transaction pruned = TransactionDecoder.pruned(TransactionEncoder.pruned(transaction), null);
      assertThat(pruned)
          .isEqualTo(new TransactionV1(transaction.prefix(), new Signatures.Pruned()));
      assertThat(TransactionHashes.of(pruned)).isEmpty();
      assertThat(TransactionSize.of(pruned)).isEqualTo(TransactionSize.of(transaction));
    }
  }

  @Test
  void aCoinbaseIsTheSameWholeAndPruned() {
    TransactionV2 coinbase = random.coinbase(3_000_000);
    assertSurvivesWhole(coinbase);
    byte[] bytes = TransactionEncoder.full(coinbase);
    assertThat(TransactionDecoder.pruned(bytes, null)).isEqualTo(coinbase);
    assertThat(TransactionDecoder.pruned(bytes, Hash.of(new byte[32]))).isEqualTo(coinbase);
  }

  @Test
  void withoutInputsThereIsNoRingCtPart() {
    assertSurvivesWhole(
        new TransactionV2(
            new TransactionPrefix(2, 0, List.of(), List.of(), Bytes.of(new byte[] {1, 2})),
            RingCtBase.NULL,
            new Prunable.None()));
  }

  @Test
  void prunedWithoutAnyHashCannotBeHashed() {
    TransactionV2 whole = random.ringCt(RingCtType.CLSAG, random.shape());
    Transaction pruned = TransactionDecoder.pruned(TransactionEncoder.pruned(whole), null);
    assertThat(TransactionHashes.of(pruned)).isEmpty();
    assertThat(
            TransactionHashes.of(DecodedTransaction.pruned(TransactionEncoder.pruned(whole), null)))
        .isEmpty();
  }

  @Test
  void zerosInPlaceOfAPrunableHashAreNoHash() {
    byte[] kept = TransactionEncoder.pruned(random.ringCt(RingCtType.CLSAG, random.shape()));
    assertThat(TransactionDecoder.pruned(kept, Hash.of(new byte[32])))
        .isEqualTo(TransactionDecoder.pruned(kept, null));
  }

  @Test
  void aBlockSurvivesBytes() {
    TxHash one = TransactionHashes.of(random.v1(random.shape())).orElseThrow();
    for (int count = 0; count < 70; count++) {
      Block block =
          new Block(
              new BlockHeader(255, 128, -1L, BlockHash.of(new byte[32]), 0xffff_fffeL),
              random.coinbase(count),
              Collections.nCopies(count, one));
      byte[] bytes = BlockEncoder.encode(block);
      assertThat(BlockDecoder.decode(bytes)).isEqualTo(block);
      assertThat(BlockHashes.id(DecodedBlock.of(bytes))).isEqualTo(BlockHashes.id(block));
    }
  }

  private static void assertSurvivesWhole(Transaction transaction) {
    byte[] bytes = TransactionEncoder.full(transaction);
    DecodedTransaction decoded = DecodedTransaction.full(bytes);
    assertThat(decoded.transaction()).isEqualTo(transaction);
    assertThat(decoded.transaction()).hasSameHashCodeAs(transaction);
    Optional<TxHash> hash = TransactionHashes.of(transaction);
    assertThat(hash).isPresent();
    assertThat(TransactionHashes.of(decoded)).isEqualTo(hash);
    assertThat(TransactionSize.of(transaction)).isEqualTo(bytes.length);
    assertThat(TransactionSize.of(decoded)).isEqualTo(bytes.length);
  }
}
