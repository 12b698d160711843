package org.ringlight.lake.mini;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** The rows of a story, drawn line by line. Hashes and keys are SHA-256 of the readable names. */
final class MiniChainDrawing {

  private static final long XMR = 1_000_000_000_000L;
  private static final long REWARD = 6 * XMR / 10;
  private static final long USUAL_FEE_PER_BYTE = 20_000;

  final List<BlockRow> blocks = new ArrayList<>();
  final Map<String, TransactionRow> transactions = new LinkedHashMap<>();
  final Map<String, OutputRow> outputs = new LinkedHashMap<>();
  final Map<String, RingRow> rings = new LinkedHashMap<>();

  private final Map<Long, Long> nextIndex = new HashMap<>();
  private final List<RingRow> inputs = new ArrayList<>();
  private final List<OutputRow> paid = new ArrayList<>();
  private @Nullable String name;
  private @Nullable String option;
  private long height = -1;
  private int indexInBlock;

  void block(long next) {
    if (next != height + 1) {
      throw new IllegalArgumentException("block " + next + " follows block " + height);
    }
    end();
    height = next;
    indexInBlock = 0;
    name = coinbase(next);
  }

  static String coinbase(long height) {
    return "coinbase " + height;
  }

  void transaction(String next, @Nullable String itsOption) {
    endTransaction();
    name = next;
    option = itsOption;
  }

  void spends(String spent, List<String> members) {
    List<OutputRow> rows = members.stream().map(this::output).toList();
    long[] indexes = rows.stream().mapToLong(OutputRow::amountIndex).toArray();
    long space = output(spent).indexSpace();
    if (!members.contains(spent) || rows.stream().anyMatch(row -> row.indexSpace() != space)) {
      throw new IllegalArgumentException("no ring that can spend " + spent + ": " + members);
    }
    long[] ascending = indexes.clone();
    Arrays.sort(ascending);
    if (!Arrays.equals(ascending, indexes)) {
      throw new IllegalArgumentException("a ring out of order: " + members);
    }
    RingRow ring =
        new RingRow(
            rings.size(),
            transactions.size(),
            height,
            inputs.size(),
            space,
            KeyImage.of(bytes("key image", spent)),
            indexes,
            rows.stream().mapToLong(OutputRow::outputId).toArray(),
            null);
    if (rings.put(spent, ring) != null) {
      throw new IllegalArgumentException("spent twice: " + spent);
    }
    inputs.add(ring);
  }

  void pays(String output, @Nullable String xmr, @Nullable String keyOf) {
    Long clear =
        xmr == null
            ? null
            : Long.valueOf(new BigDecimal(xmr).multiply(BigDecimal.valueOf(XMR)).longValueExact());
    long space = clear == null ? 0 : clear;
    long index = nextIndex.merge(space, 0L, (last, zero) -> last + 1);
    boolean mined = isCoinbase();
    OutputRow row =
        new OutputRow(
            outputs.size(),
            transactions.size(),
            height,
            paid.size(),
            space,
            index,
            clear == null && mined ? Long.valueOf(REWARD) : clear,
            PublicKey.of(bytes("one-time key", keyOf == null ? output : keyOf)),
            clear == null ? Commitment.of(bytes("commitment", output)) : null,
            null,
            clear == null && !mined ? Arrays.copyOf(bytes("amount", output), 8) : null);
    if (outputs.put(output, row) != null) {
      throw new IllegalArgumentException("paid twice: " + output);
    }
    paid.add(row);
  }

  void end() {
    endTransaction();
    if (height < 0) {
      return;
    }
    List<TransactionRow> here =
        transactions.values().stream().filter(tx -> tx.height() == height).toList();
    blocks.add(
        new BlockRow(
            height,
            hash(height),
            height == 0 ? BlockHash.of(new byte[32]) : hash(height - 1),
            1_500_000_000 + 120 * height,
            8,
            8,
            height,
            here.get(0).hash(),
            here.size() - 1,
            here.stream().mapToLong(TransactionRow::weight).sum(),
            REWARD,
            1000 + height));
  }

  private boolean isCoinbase() {
    return coinbase(height).equals(name);
  }

  private void endTransaction() {
    String ended = name;
    if (ended == null) {
      return;
    }
    if (paid.isEmpty() || (inputs.isEmpty() != isCoinbase())) {
      throw new IllegalArgumentException("not whole: " + ended);
    }
    boolean clear = paid.get(0).indexSpace() != 0;
    long weight = 500 + 500L * inputs.size() + 100L * paid.size();
    String kind = option == null || !option.endsWith("payment id") ? null : kind(option);
    byte[] paymentId = kind == null ? null : bytes("payment id", ended);
    TransactionRow row =
        new TransactionRow(
            transactions.size(),
            height,
            indexInBlock++,
            TxHash.of(bytes("transaction", ended)),
            isCoinbase(),
            clear ? 1 : 2,
            clear ? null : isCoinbase() ? 0 : 6,
            isCoinbase() ? height + 60 : 0,
            isCoinbase() ? null : Long.valueOf(clear ? clearFee() : hiddenFee(weight)),
            weight,
            Math.max(1, inputs.size()),
            paid.size(),
            new byte[0],
            List.of(PublicKey.of(bytes("transaction key", ended))),
            "encrypted".equals(kind) && paymentId != null ? Arrays.copyOf(paymentId, 8) : paymentId,
            kind,
            clear ? null : Hash.of(bytes("prunable", ended)));
    if (transactions.put(ended, row) != null) {
      throw new IllegalArgumentException("told twice: " + ended);
    }
    name = null;
    option = null;
    inputs.clear();
    paid.clear();
  }

  private static String kind(String option) {
    return option.startsWith("encrypted") ? "encrypted" : "plain";
  }

  private long clearFee() {
    return inputs.stream().mapToLong(RingRow::indexSpace).sum()
        - paid.stream().mapToLong(OutputRow::indexSpace).sum();
  }

  private long hiddenFee(long weight) {
    return ("fee x10".equals(option) ? 10 : 1) * USUAL_FEE_PER_BYTE * weight;
  }

  private OutputRow output(String named) {
    OutputRow row = outputs.get(named);
    if (row == null) {
      throw new IllegalArgumentException("not paid yet: " + named);
    }
    return row;
  }

  static BlockHash hash(long height) {
    return BlockHash.of(bytes("block", Long.toString(height)));
  }

  private static byte[] bytes(String what, String name) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((what + " " + name).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
