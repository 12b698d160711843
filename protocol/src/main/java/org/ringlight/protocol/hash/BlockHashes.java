package org.ringlight.protocol.hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV1;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.wire.BlockEncoder;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.protocol.wire.WireWriter;

/**
 * Block ids: the hash of the hashing blob with its length before it. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_format_utils.cpp get_block_hashing_blob, calculate_block_hash.
 *
 * <p>Mainnet's block 202612 keeps the id that a since mended fault of the tree hash gave it. It is
 * told by the hash of all its bytes, so no other block can take that id.
 */
public final class BlockHashes {

  private static final long EXCEPTION_HEIGHT = 202612;
  private static final Hash EXCEPTION_BLOB =
      Hash.parse("3a8a2b3a29b50fc86ff73dd087ea43c6f0d6b8f936c849194d5c84c737903966");
  private static final BlockHash EXCEPTION_ID =
      BlockHash.parse("bbd604d2ba11ba27935e006ed39c9bfdd99b76bf4a50654bc1e1e61217962698");

  private BlockHashes() {}

  /** The id of a block. */
  public static BlockHash id(Block block) {
    if (mayBeException(block)
        && Hash.of(Keccak.hash(BlockEncoder.encode(block))).equals(EXCEPTION_BLOB)) {
      return EXCEPTION_ID;
    }
    return id(hashingBlob(block));
  }

  /** The same, from the bytes the block was read from: nothing is encoded again. */
  public static BlockHash id(DecodedBlock decoded) {
    if (mayBeException(decoded.block())
        && Hash.of(Keccak.hash(decoded.source())).equals(EXCEPTION_BLOB)) {
      return EXCEPTION_ID;
    }
    TxHash miner = TransactionHashes.of(decoded.minerTransaction()).orElseThrow();
    byte[] header = Arrays.copyOf(decoded.source(), decoded.headerEnd());
    return id(hashingBlob(header, miner, decoded.block().transactionHashes()));
  }

  /** What is hashed for the id, and what miners hash: header, tree root, number of transactions. */
  public static byte[] hashingBlob(Block block) {
    TxHash miner =
        TransactionHashes.of(block.minerTransaction())
            .orElseThrow(
                () -> new IllegalArgumentException("a block's miner transaction must be whole"));
    return hashingBlob(BlockEncoder.header(block.header()), miner, block.transactionHashes());
  }

  private static byte[] hashingBlob(byte[] header, TxHash miner, List<TxHash> others) {
    List<TxHash> all = new ArrayList<>(1 + others.size());
    all.add(miner);
    all.addAll(others);
    WireWriter out = new WireWriter(128);
    out.bytes(header);
    out.bytes(TreeHash.root(all));
    out.varint(all.size());
    return out.toBytes();
  }

  private static BlockHash id(byte[] hashingBlob) {
    WireWriter out = new WireWriter(hashingBlob.length + 2);
    out.varint(hashingBlob.length);
    out.bytes(hashingBlob);
    return BlockHash.of(Keccak.hash(out.toBytes()));
  }

  private static boolean mayBeException(Block block) {
    Transaction miner = block.minerTransaction();
    TransactionPrefix prefix;
    if (miner instanceof TransactionV1 v1) {
      prefix = v1.prefix();
    } else if (miner instanceof TransactionV2 v2) {
      prefix = v2.prefix();
    } else {
      return false;
    }
    return prefix.coinbase()
        && prefix.inputs().get(0) instanceof Input.Coinbase coinbase
        && coinbase.height() == EXCEPTION_HEIGHT;
  }
}
