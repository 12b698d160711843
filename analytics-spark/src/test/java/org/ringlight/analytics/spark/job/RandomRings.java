package org.ringlight.analytics.spark.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * A chain made by a seed, on which every ring spends a key of its own: cleartext amounts and
 * RingCT, rings of one to five places, members twice in a ring, keys that several outputs have, and
 * a staircase of rings of two, each resolved by the one below it, in any order of height.
 */
final class RandomRings {

  static final int STAIRS = 33;

  private static final int BLOCKS = 120;
  private static final int OUTPUTS = 900;
  private static final int SPACES = 4;

  /** Its amount is outside of a signed 64-bit number. */
  private static final long STAIRCASE = -7;

  private static final long PAIRS = 7;
  private static final int TRIPLES = 12;

  private final SplittableRandom random;
  private final List<OutputRow> outputs = new ArrayList<>();
  private final List<RingRow> rings = new ArrayList<>();
  private final long older;

  private RandomRings(long seed, long older) {
    this.random = new SplittableRandom(seed);
    this.older = older;
    makeOutputs();
    makeRings();
  }

  /** A whole chain. */
  static RandomRings whole(long seed) {
    return new RandomRings(seed, 0);
  }

  /** A chain whose first outputs are older than the tables. */
  static RandomRings slice(long seed) {
    return new RandomRings(seed, OUTPUTS / 3);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static PublicKey keyOf(OutputRow output) {
    return output.publicKey();
  }

  private void makeOutputs() {
    long[] next = new long[SPACES];
    for (int i = 0; i < OUTPUTS; i++) {
      int space = random.nextInt(SPACES);
      PublicKey key = PublicKey.of(bytes());
      if (i > 0 && random.nextInt(8) == 0) {
        OutputRow twin = outputs.get(random.nextInt(outputs.size()));
        key = keyOf(twin);
        space = random.nextBoolean() ? space : (int) (twin.indexSpace() / 1000);
      }
      add(1000L * space, next[space]++, key);
    }
    for (int i = 0; i < STAIRS; i++) {
      add(STAIRCASE, i, PublicKey.of(bytes()));
    }
    for (int i = 0; i < 3 * TRIPLES; i++) {
      add(PAIRS, i, PublicKey.of(bytes()));
    }
  }

  private void add(long space, long index, PublicKey key) {
    long id = outputs.size() - older;
    outputs.add(new OutputRow(id, 0, 0, 0, space, index, null, key, null, null, null));
  }

  private void makeRings() {
    List<OutputRow> spent = new ArrayList<>();
    List<PublicKey> keys = new ArrayList<>();
    for (int i = 0; i < OUTPUTS; i++) {
      OutputRow output = outputs.get(i);
      if (random.nextInt(3) > 0 && !keys.contains(keyOf(output))) {
        spent.add(output);
        keys.add(keyOf(output));
      }
    }
    spent.addAll(outputs.subList(OUTPUTS, outputs.size()));
    for (int i = spent.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      OutputRow kept = spent.get(i);
      spent.set(i, spent.get(other));
      spent.set(other, kept);
    }
    for (OutputRow output : spent) {
      if (output.indexSpace() == STAIRCASE) {
        add(stair(output));
      } else {
        add(output.indexSpace() == PAIRS ? pair(output) : members(output));
      }
    }
  }

  private List<OutputRow> stair(OutputRow spent) {
    int at = OUTPUTS + (int) spent.amountIndex();
    return outputs.subList(at == OUTPUTS ? at : at - 1, at + 1);
  }

  private List<OutputRow> pair(OutputRow spent) {
    int place = (int) spent.amountIndex() % 3;
    int first = OUTPUTS + STAIRS + (int) spent.amountIndex() - place;
    return outputs.subList(first, first + Math.max(2, place + 1));
  }

  private List<OutputRow> members(OutputRow spent) {
    List<OutputRow> members = new ArrayList<>(List.of(spent));
    for (int decoys = random.nextInt(5); decoys > 0; decoys--) {
      OutputRow decoy = outputs.get(random.nextInt(OUTPUTS));
      if (decoy.indexSpace() == spent.indexSpace()) {
        members.add(decoy);
      }
    }
    for (OutputRow twin : outputs) {
      if (twin.outputId() != spent.outputId()
          && keyOf(twin).equals(keyOf(spent))
          && twin.indexSpace() == spent.indexSpace()) {
        members.add(twin);
      }
    }
    if (random.nextInt(8) == 0) {
      members.add(members.get(random.nextInt(members.size())));
    }
    members.sort((one, other) -> Long.compare(one.amountIndex(), other.amountIndex()));
    return members;
  }

  private void add(List<OutputRow> members) {
    long[] ids =
        members.stream()
            .mapToLong(member -> member.outputId() < 0 ? RingRow.NO_ID : member.outputId())
            .toArray();
    boolean unknown = Arrays.stream(ids).allMatch(id -> id == RingRow.NO_ID);
    rings.add(
        new RingRow(
            rings.size(),
            0,
            0,
            0,
            members.get(0).indexSpace(),
            KeyImage.of(bytes()),
            members.stream().mapToLong(OutputRow::amountIndex).toArray(),
            unknown ? null : ids,
            null));
  }

  /** Outputs in the first block, rings in the others. */
  void write(Lake lake) {
    SampleChain blocks = new SampleChain(0);
    try (Writer writer = lake.writer(Namespace.XMR);
        Commit commit = writer.begin()) {
      for (long height = 0; height < BLOCKS; height++) {
        commit.append(BlockRow.TABLE, block(blocks.block(height)));
      }
      for (OutputRow output : outputs) {
        if (output.outputId() >= 0) {
          commit.append(OutputRow.TABLE, output);
        } else {
          commit.append(OlderOutputRow.TABLE, older(output));
        }
      }
      for (RingRow ring : rings) {
        commit.append(RingRow.TABLE, at(1 + ring.ringId() * (BLOCKS - 1) / rings.size(), ring));
      }
      commit.commit(BLOCKS - 1, blocks.hash(BLOCKS - 1));
    }
  }

  /** Twelve hours after the one before, so that there are several months; a fork now and then. */
  private static BlockRow block(BlockRow row) {
    return new BlockRow(
        row.height(),
        row.hash(),
        row.previousHash(),
        1_400_000_000 + 43_200 * row.height(),
        1 + (int) row.height() / 13,
        row.minor(),
        row.nonce(),
        row.minerTxHash(),
        row.txCount(),
        row.weight(),
        row.reward(),
        row.difficulty());
  }

  private OlderOutputRow older(OutputRow row) {
    return new OlderOutputRow(
        row.indexSpace(),
        row.amountIndex(),
        0,
        0,
        TxHash.of(bytes()),
        row.publicKey(),
        Commitment.of(bytes()));
  }

  private static RingRow at(long height, RingRow row) {
    return new RingRow(
        row.ringId(),
        row.txId(),
        height,
        row.inputIndex(),
        row.indexSpace(),
        row.keyImage(),
        row.members(),
        row.memberIds(),
        row.pseudoOutput());
  }
}
