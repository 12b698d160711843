package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyOffsets;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.BlockEncoder;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.protocol.wire.TransactionEncoder;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.rpc.http.PageRequest;
import org.ringlight.rpc.recording.Trick;

/** More ways to misbehave, which only an index can notice. */
final class Tricks {

  private Tricks() {}

  /** The trick for pages from {@code height} on, honesty before. */
  static Trick from(long height, Trick trick) {
    Trick later =
        (path, request, honest) ->
            PageRequest.read(request).startHeight() >= height
                ? trick.instead(path, request, honest)
                : honest;
    return later.only("/get_blocks.bin");
  }

  static Trick both(Trick first, Trick second) {
    return (path, request, honest) ->
        second.instead(path, request, first.instead(path, request, honest));
  }

  /** Block {@code height} changed, everything else honest. */
  static Trick block(long height, UnaryOperator<UnverifiedBlock> change) {
    return Trick.pages(
        page -> {
          int at = (int) (height - page.startHeight());
          if (at < 0 || at >= page.blocks().size()) {
            return page;
          }
          List<UnverifiedBlock> blocks = new ArrayList<>(page.blocks());
          blocks.set(at, change.apply(blocks.get(at)));
          return new ChainPage(page.startHeight(), page.chainHeight(), blocks);
        });
  }

  /** The first transaction of block {@code height} changed. */
  static Trick firstTransaction(long height, UnaryOperator<byte[]> change) {
    return block(
        height,
        block -> {
          List<UnverifiedTransaction> transactions = new ArrayList<>(block.transactions());
          UnverifiedTransaction first = transactions.get(0);
          transactions.set(
              0, new UnverifiedTransaction(change.apply(first.blob()), first.prunableHash()));
          return new UnverifiedBlock(block.blob(), transactions, block.outputIndices());
        });
  }

  /** One bit of the signatures flipped: the transaction still reads, and hashes differently. */
  static byte[] lastBitFlipped(byte[] blob) {
    byte[] other = blob.clone();
    other[other.length - 1] ^= 1;
    return other;
  }

  /** The RingCT type FCMP++ has, which no program of today reads. */
  static byte[] ofTypeSeven(byte[] blob) {
    byte[] other = blob.clone();
    other[DecodedTransaction.full(blob).prefixEnd()] = 7;
    return other;
  }

  /** A block whose hashes are all right although its first transaction was made up. */
  record Forgery(UnverifiedBlock block, BlockHash id, TxHash transaction) {

    /** Lets every ring of the first transaction name {@code member} as its last one. */
    static Forgery ofRings(UnverifiedBlock honest, long member) {
      TransactionV2 real =
          (TransactionV2)
              DecodedTransaction.full(honest.transactions().get(0).blob()).transaction();
      TransactionPrefix prefix = real.prefix();
      List<Input> inputs = new ArrayList<>();
      for (Input input : prefix.inputs()) {
        Input.ToKey ring = (Input.ToKey) input;
        long[] members = ring.offsets().absolute();
        members[members.length - 1] = member;
        inputs.add(new Input.ToKey(ring.amount(), KeyOffsets.ofAbsolute(members), ring.keyImage()));
      }
      TransactionV2 forged =
          new TransactionV2(
              new TransactionPrefix(
                  prefix.version(), prefix.unlockTime(), inputs, prefix.outputs(), prefix.extra()),
              real.base(),
              real.prunable());
      TxHash hash = TransactionHashes.of(forged).orElseThrow();
      Block block = DecodedBlock.of(honest.blob()).block();
      List<TxHash> hashes = new ArrayList<>(block.transactionHashes());
      hashes.set(0, hash);
      Block around = new Block(block.header(), block.minerTransaction(), hashes);
      List<UnverifiedTransaction> transactions = new ArrayList<>(honest.transactions());
      transactions.set(0, new UnverifiedTransaction(TransactionEncoder.full(forged), null));
      return new Forgery(
          new UnverifiedBlock(BlockEncoder.encode(around), transactions, honest.outputIndices()),
          BlockHashes.id(around),
          hash);
    }
  }
}
