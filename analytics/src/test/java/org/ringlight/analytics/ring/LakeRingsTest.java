package org.ringlight.analytics.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** Tables written row by row, and what is then said of every member, against what was written. */
class LakeRingsTest {

  @TempDir Path folder;

  /** What was written of an output. */
  private record Made(long height, boolean coinbase) {}

  private final List<Made> outputs = new ArrayList<>();
  private final List<RingRow> rings = new ArrayList<>();
  private long transactions;

  private static byte[] bytes(long number) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (number >> (8 * i));
    }
    return bytes;
  }

  private static BlockHash hash(long height) {
    return BlockHash.of(bytes(height));
  }

  private static long timestamp(long height) {
    // not monotonic, as on a real chain
    return 1_400_000_000 + 120 * height - (height % 3) * 200;
  }

  private void block(Commit commit, long height, Random random) {
    commit.append(
        BlockRow.TABLE,
        new BlockRow(
            height,
            hash(height),
            hash(height - 1),
            timestamp(height),
            height < 20 ? 1 : 16,
            0,
            0,
            TxHash.of(bytes(height)),
            3,
            0,
            0,
            1));
    for (int tx = 0; tx < 3; tx++) {
      int made = tx == 0 ? 1 + random.nextInt(3) : random.nextInt(8) == 0 ? 300 : random.nextInt(4);
      transaction(commit, height, tx, made);
      if (tx > 0 && outputs.size() > 10) {
        ring(commit, height, random);
      }
      transactions++;
      for (int output = 0; output < made; output++) {
        output(commit, height, output, tx == 0);
      }
    }
  }

  private void transaction(Commit commit, long height, int index, int made) {
    commit.append(
        TransactionRow.TABLE,
        new TransactionRow(
            transactions,
            height,
            index,
            TxHash.of(bytes(1_000_000 + transactions)),
            index == 0,
            2,
            index == 0 ? 0 : 6,
            0,
            index == 0 ? null : 1L,
            100,
            1,
            made,
            new byte[0],
            List.of(),
            null,
            null,
            null));
  }

  private void output(Commit commit, long height, int index, boolean coinbase) {
    commit.append(
        OutputRow.TABLE,
        new OutputRow(
            outputs.size(),
            transactions - 1,
            height,
            index,
            0,
            outputs.size(),
            null,
            PublicKey.of(bytes(outputs.size())),
            null,
            null,
            null));
    outputs.add(new Made(height, coinbase));
  }

  private void ring(Commit commit, long height, Random random) {
    long[] members = random.longs(11, 0, outputs.size()).sorted().toArray();
    RingRow ring =
        new RingRow(
            rings.size(),
            transactions,
            height,
            0,
            0,
            KeyImage.of(bytes(rings.size())),
            members,
            members,
            null);
    commit.append(RingRow.TABLE, ring);
    rings.add(ring);
  }

  @Test
  void everyMemberHasTheHeightThatItsRowSays() {
    Random random = new Random(11);
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        for (int part = 0; part < 2; part++) {
          try (Commit commit = writer.begin()) {
            for (long height = 100L * part; height < 100L * part + 100; height++) {
              block(commit, height, random);
            }
            commit.commit(100L * part + 99, hash(100L * part + 99));
          }
        }
      }
      try (SqlSession session = Sql.open(lake)) {
        LakeRings read = LakeRings.of(session);
        assertThat(read.count()).isEqualTo(rings.size()).isGreaterThan(300);
        assertThat(read.outputCount()).isEqualTo(outputs.size());
        for (int pass = 0; pass < 2; pass++) {
          List<Long> seen = new ArrayList<>();
          read.forEach(
              ring -> {
                check(ring);
                seen.add(ring.ringId());
              });
          assertThat(seen).hasSize(rings.size()).isSorted();
        }
      }
    }
  }

  private void check(Ring ring) {
    RingRow row = rings.get((int) ring.ringId());
    assertThat(ring.keyImage()).isEqualTo(row.keyImage());
    assertThat(ring.txId()).isEqualTo(row.txId());
    assertThat(ring.txHash()).isEqualTo(TxHash.of(bytes(1_000_000 + row.txId())));
    assertThat(ring.era()).isEqualTo(row.height() < 20 ? 1 : 16);
    assertThat(ring.timestamp()).isEqualTo(timestamp(row.height()));
    assertThat(ring.size()).isEqualTo(row.members().length);
    for (int i = 0; i < ring.size(); i++) {
      Made made = outputs.get((int) row.members()[i]);
      assertThat(ring.amountIndex(i)).isEqualTo(row.members()[i]);
      assertThat(ring.outputId(i)).isEqualTo(row.members()[i]);
      assertThat(ring.memberHeight(i)).isEqualTo(made.height());
      assertThat(ring.ageBlocks(i)).isEqualTo(row.height() - made.height());
      assertThat(ring.memberTimestamp(i)).isEqualTo(timestamp(made.height()));
      assertThat(ring.isCoinbase(i)).isEqualTo(made.coinbase());
    }
  }

  @Test
  void ofMembersOlderThanTheSliceTheNodesWordIsTaken() {
    Random random = new Random(12);
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR);
          Commit commit = writer.begin()) {
        for (long height = 500; height < 510; height++) {
          block(commit, height, random);
        }
        commit.append(OlderOutputRow.TABLE, older(0, 5, 300));
        commit.append(OlderOutputRow.TABLE, older(70, 5, 370));
        commit.append(OlderOutputRow.TABLE, older(-1, 5, 399));
        commit.append(OlderOutputRow.TABLE, older(-1, 7, Long.MAX_VALUE));
        RingRow ring =
            new RingRow(
                rings.size(),
                transactions - 1,
                509,
                0,
                -1,
                KeyImage.of(bytes(77)),
                new long[] {4, 5, 6, 7},
                new long[] {RingRow.NO_ID, RingRow.NO_ID, 1, RingRow.NO_ID},
                null);
        commit.append(RingRow.TABLE, ring);
        commit.commit(509, hash(509));
      }
      try (SqlSession session = Sql.open(lake)) {
        List<Long> heights = new ArrayList<>();
        LakeRings.of(session)
            .forEach(
                ring -> {
                  if (ring.indexSpace() == -1) {
                    for (int i = 0; i < ring.size(); i++) {
                      heights.add(ring.memberHeight(i));
                    }
                    assertThat(ring.outputId(1)).isEqualTo(Ring.UNKNOWN);
                    assertThat(ring.memberTimestamp(1)).isEqualTo(Ring.UNKNOWN);
                    assertThat(ring.memberTimestamp(2)).isEqualTo(timestamp(500));
                    assertThat(ring.isCoinbase(1)).isFalse();
                  }
                });
        assertThat(heights).containsExactly(Ring.UNKNOWN, 399L, 500L, Ring.UNKNOWN);
      }
    }
  }

  private static OlderOutputRow older(long space, long index, long height) {
    return new OlderOutputRow(
        space,
        index,
        500,
        height,
        TxHash.of(bytes(1)),
        PublicKey.of(bytes(2)),
        Commitment.of(bytes(3)));
  }

  @Test
  void aFolderWithoutAChainIsWrongConfiguration() {
    try (Lake lake = Lake.open(folder);
        SqlSession session = Sql.open(lake)) {
      assertThatThrownBy(() -> LakeRings.of(session))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("ringlight demo");
    }
  }
}
