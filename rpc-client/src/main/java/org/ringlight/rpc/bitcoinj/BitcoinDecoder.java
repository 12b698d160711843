package org.ringlight.rpc.bitcoinj;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.VarInt;
import org.bitcoinj.core.Transaction;
import org.bitcoinj.core.TransactionWitness;
import org.bitcoinj.core.VerificationException;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinHeader;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BitcoinTransaction;
import org.ringlight.protocol.bitcoin.DoubleSha256;
import org.ringlight.protocol.bitcoin.MerkleRoot;

/**
 * Reads blocks of one network. bitcoinj reads each transaction; its hash is computed here from the
 * very bytes it was read from, where bitcoinj would write it out again for that. Safe for use by
 * several threads.
 */
public final class BitcoinDecoder {

  /** No block weighs more than 4,000,000, so none is longer. */
  private static final int LONGEST = 4_000_000;

  private static final int HEADER = 80;

  /** One input without a script, one output without a script. */
  private static final int SHORTEST_TRANSACTION = 60;

  private final BitcoinNetwork network;

  public BitcoinDecoder(BitcoinNetwork network) {
    this.network = network;
  }

  /**
   * Reads exactly one block. The hash of its header and the ids of its transactions are computed,
   * nothing else is checked: see {@link org.ringlight.protocol.bitcoin.BlockRules}.
   *
   * @throws DataInvalid where these bytes are none
   */
  public BitcoinBlock block(byte[] bytes) {
    if (bytes.length > LONGEST || bytes.length < HEADER + 1 + SHORTEST_TRANSACTION) {
      throw invalid("no block has " + bytes.length + " bytes", "its length");
    }
    DoubleSha256 sha256 = new DoubleSha256();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    BitcoinHeader header = header(bytes);
    BlockHash hash = BlockHash.of(sha256.add(bytes, 0, HEADER).finishForDisplay());
    try {
      in.position(HEADER);
      return block(hash, header, bytes, in, sha256);
    } catch (DataInvalid e) {
      throw e.within(network.word() + " block " + hash);
    }
  }

  private static BitcoinBlock block(
      BlockHash hash, BitcoinHeader header, byte[] bytes, ByteBuffer in, DoubleSha256 sha256) {
    VarInt count = read(in, VarInt::read, "the count of transactions");
    if (count.getOriginalSizeInBytes() != count.getSizeInBytes()
        || !count.fitsInt()
        || count.intValue() < 1
        || count.intValue() > in.remaining() / SHORTEST_TRANSACTION) {
      throw invalid("no count of transactions: " + count, "byte " + HEADER);
    }
    List<BitcoinTransaction> transactions = new ArrayList<>(count.intValue());
    byte[] witnessHashes = new byte[count.intValue() * DoubleSha256.LENGTH];
    byte @Nullable [] reserved = null;
    Bytes coinbaseScript = Bytes.EMPTY;
    int weight = 4 * in.position();
    for (int i = 0; i < count.intValue(); i++) {
      int from = in.position();
      try {
        Transaction read = read(in, Transaction::read, "byte " + from);
        ReadTransaction one = ReadTransaction.of(read, bytes, from, in.position(), sha256);
        transactions.add(one.transaction());
        weight += one.transaction().weight();
        if (i == 0) {
          coinbaseScript = Bytes.of(read.getInput(0).getScriptBytes());
          reserved = reserved(read.getInput(0).getWitness());
        } else {
          one.copyWitnessHash(bytes, witnessHashes, i * DoubleSha256.LENGTH, sha256);
        }
      } catch (DataInvalid e) {
        throw e.within("transaction " + i);
      }
    }
    if (in.hasRemaining()) {
      throw invalid(in.remaining() + " bytes after the last transaction", "byte " + in.position());
    }
    return new BitcoinBlock(
        hash,
        header,
        transactions,
        coinbaseScript,
        reserved == null ? null : witnessDigest(witnessHashes, reserved, sha256),
        bytes.length,
        weight);
  }

  /** The coinbase's one witness item of 32 bytes; null where it has no such. */
  private static byte @Nullable [] reserved(TransactionWitness witness) {
    return witness.getPushCount() == 1 && witness.getPush(0).length == Hash.LENGTH
        ? witness.getPush(0)
        : null;
  }

  private static @Nullable Hash witnessDigest(byte[] hashes, byte[] reserved, DoubleSha256 sha256) {
    byte[] root = MerkleRoot.of(hashes, sha256);
    if (root == null) { // then a transaction stands twice, which the ids show too
      return null;
    }
    byte[] digest = new byte[Hash.LENGTH];
    sha256.add(root, 0, root.length).add(reserved, 0, reserved.length).finish(digest, 0);
    return Hash.of(digest);
  }

  private static BitcoinHeader header(byte[] bytes) {
    return new BitcoinHeader(
        (int) uint32(bytes, 0),
        BlockHash.of(displayed(bytes, 4)),
        Hash.of(displayed(bytes, 36)),
        uint32(bytes, 68),
        uint32(bytes, 72),
        uint32(bytes, 76));
  }

  private static byte[] displayed(byte[] bytes, int from) {
    byte[] hash = new byte[Hash.LENGTH];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = bytes[from + hash.length - 1 - i];
    }
    return hash;
  }

  private static long uint32(byte[] bytes, int at) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at));
  }

  private interface Reading<T> {
    T from(ByteBuffer in);
  }

  private static <T> T read(ByteBuffer in, Reading<T> reading, String where) {
    try {
      return reading.from(in);
    } catch (BufferUnderflowException e) {
      throw new DataInvalid("the bytes end too early", where, ReadTransaction.WHAT_TO_DO, e);
    } catch (VerificationException | IllegalArgumentException | ArithmeticException e) {
      throw new DataInvalid(
          "bytes that are no transaction: " + e.getMessage(), where, ReadTransaction.WHAT_TO_DO, e);
    }
  }

  private static DataInvalid invalid(String what, String where) {
    return new DataInvalid(what, where, ReadTransaction.WHAT_TO_DO);
  }
}
