package org.ringlight.lake.mini;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * A Bitcoin chain told by hand, row by row: {@code mine("miner")}, {@code
 * transaction().spend(coin).pay("alice", 5_000).end()}. Addresses are any words. Hashes come of
 * numbers, so that the same story has the same rows; no block has work.
 */
public final class BitcoinChain {

  /** What a coinbase pays, in satoshi. */
  public static final long SUBSIDY = 5_000_000_000L;

  private static final long FIRST_TIME = 1_600_000_000L;

  private final List<BitcoinBlockRow> blocks = new ArrayList<>();
  private final List<BitcoinTransactionRow> transactions = new ArrayList<>();
  private final List<BitcoinInputRow> inputs = new ArrayList<>();
  private final List<BitcoinOutputRow> outputs = new ArrayList<>();
  private final Map<String, BitcoinAddressRow> addresses = new LinkedHashMap<>();
  private String branch = "";

  /**
   * Begins a block, ten minutes after the last; its coinbase pays {@link #SUBSIDY} to an address.
   */
  public Made mine(String address) {
    long height = blocks.size();
    blocks.add(
        new BitcoinBlockRow(
            height,
            BlockHash.of(digest("block" + branch, height)),
            height == 0 ? BlockHash.of(new byte[32]) : blocks.get(blocks.size() - 1).hash(),
            Hash.of(digest("root", height)),
            FIRST_TIME + 600 * height,
            4,
            0x207f_ffffL,
            height,
            0,
            285,
            1_140,
            SUBSIDY));
    return new Teller(true).pay(address, SUBSIDY).end();
  }

  /** From here on the blocks are those of another branch: their ids are others. */
  public void branch(String name) {
    branch = name;
  }

  /** Begins a transaction of the last block. */
  public Teller transaction() {
    return new Teller(false);
  }

  /** The height of the last block. */
  public long height() {
    return blocks.size() - 1L;
  }

  /** The id of a block of the first branch. */
  public static BlockHash blockHash(long height) {
    return BlockHash.of(digest("block", height));
  }

  /** The id of a transaction. */
  public static TxHash txHash(long txId) {
    return TxHash.of(digest("tx", txId));
  }

  /** The number of an address that was paid. */
  public long addressId(String address) {
    BitcoinAddressRow row = addresses.get(address);
    if (row == null) {
      throw new IllegalArgumentException("never paid: " + address);
    }
    return row.addressId();
  }

  /** Writes all of it as one commit. */
  public void writeTo(Lake lake) {
    writeBetween(lake, -1, height());
  }

  /**
   * Writes the blocks above one height and up to another as one commit, in place of what the tables
   * hold above the first.
   */
  public void writeBetween(Lake lake, long above, long upTo) {
    try (Writer writer = lake.writer(Namespace.BTC)) {
      writer.claim(new ChainIdentity("regtest", blockHash(0)));
      writeBetween(writer, above, upTo);
    }
  }

  private void writeBetween(Writer writer, long above, long upTo) {
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(above);
      append(commit, BitcoinBlockRow.TABLE, blocks.stream().map(this::counted), above, upTo);
      append(commit, BitcoinTransactionRow.TABLE, transactions.stream(), above, upTo);
      append(commit, BitcoinInputRow.TABLE, inputs.stream(), above, upTo);
      append(commit, BitcoinOutputRow.TABLE, outputs.stream(), above, upTo);
      append(commit, BitcoinAddressRow.TABLE, addresses.values().stream(), above, upTo);
      commit.commit(upTo, blocks.get(Math.toIntExact(upTo)).hash());
    }
  }

  private static <R> void append(
      Commit commit, Table<R> table, Stream<R> rows, long above, long upTo) {
    rows.filter(row -> table.cutKey().applyAsLong(row) > above)
        .filter(row -> table.cutKey().applyAsLong(row) <= upTo)
        .forEach(row -> commit.append(table, row));
  }

  private BitcoinBlockRow counted(BitcoinBlockRow row) {
    long count = transactions.stream().filter(tx -> tx.height() == row.height()).count();
    return new BitcoinBlockRow(
        row.height(),
        row.hash(),
        row.previousHash(),
        row.merkleRoot(),
        row.timestamp(),
        row.version(),
        row.bits(),
        row.nonce(),
        Math.toIntExact(count),
        row.bytes(),
        row.weight(),
        row.reward());
  }

  private static byte[] digest(String what, long number) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((what + number).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A transaction that is written: its number and those of its outputs. */
  public record Made(long txId, List<Long> outputs) {

    /** The number of one of its outputs. */
    public long output(int index) {
      return outputs.get(index);
    }

    /** Its id. */
    public TxHash hash() {
      return txHash(txId);
    }
  }

  /** Tells a transaction, inputs first. */
  public final class Teller {

    private final long txId = transactions.size();
    private final boolean coinbase;
    private final List<Long> made = new ArrayList<>();
    private int inputCount;
    private long in;
    private long out;
    private int version = 2;
    private long lockTime;
    private long sequence = 0xffff_fffdL;

    private Teller(boolean coinbase) {
      this.coinbase = coinbase;
    }

    /** Spends an output that exists. */
    public Teller spend(long outputId) {
      BitcoinOutputRow spent = outputs.get(Math.toIntExact(outputId));
      in += spent.value();
      return input(
          txHash(spent.txId()),
          spent.indexInTx(),
          outputId,
          spent.value(),
          spent.addressId(),
          spent.scriptType());
    }

    /** Spends an output that lies below the tables' first block. */
    public Teller spendOlder(TxHash hash, long index) {
      return input(hash, index, null, null, null, null);
    }

    private Teller input(
        TxHash hash,
        long index,
        @Nullable Long outputId,
        @Nullable Long value,
        @Nullable Long addressId,
        @Nullable String scriptType) {
      inputs.add(
          new BitcoinInputRow(
              inputs.size(),
              txId,
              height(),
              inputCount++,
              hash,
              index,
              outputId,
              value,
              addressId,
              scriptType,
              sequence,
              true,
              null));
      return this;
    }

    /** Pays a witness key hash. */
    public Teller pay(String address, long satoshi) {
      return pay(address, satoshi, ScriptType.P2WPKH);
    }

    /** Pays a script of a kind that has an address. */
    public Teller pay(String address, long satoshi, ScriptType type) {
      BitcoinAddressRow row =
          addresses.computeIfAbsent(
              address,
              text -> new BitcoinAddressRow(addresses.size(), height(), text, type.word()));
      return output(satoshi, row.addressId(), type, null);
    }

    /** Writes data. */
    public Teller data(byte... bytes) {
      return output(0, null, ScriptType.NULL_DATA, bytes);
    }

    private Teller output(
        long satoshi, @Nullable Long addressId, ScriptType type, byte @Nullable [] script) {
      long id = outputs.size();
      outputs.add(
          new BitcoinOutputRow(
              id, txId, height(), made.size(), satoshi, addressId, type.word(), script));
      made.add(id);
      out += satoshi;
      return this;
    }

    /** What wallets tell themselves apart by: before any input. */
    public Teller like(int newVersion, long newLockTime, long newSequence) {
      version = newVersion;
      lockTime = newLockTime;
      sequence = newSequence;
      return this;
    }

    /** Writes it. */
    public Made end() {
      boolean known = inputs.stream().noneMatch(row -> row.txId() == txId && row.value() == null);
      long index = transactions.stream().filter(tx -> tx.height() == height()).count();
      transactions.add(
          new BitcoinTransactionRow(
              txId,
              height(),
              Math.toIntExact(index),
              txHash(txId),
              coinbase,
              version,
              lockTime,
              coinbase ? Long.valueOf(0) : known ? Long.valueOf(in - out) : null,
              200,
              800,
              inputCount,
              made.size()));
      return new Made(txId, List.copyOf(made));
    }
  }
}
