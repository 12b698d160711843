package org.ringlight.rpc.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Bytes32;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.epee.EpeeReader;
import org.ringlight.rpc.epee.EpeeWriter;

/**
 * A request for {@code get_blocks.bin}. A start height over 0 is enough; the page from 0 on is what
 * monerod gives to one who knows no block but the genesis, so {@code block_ids} must end in it. An
 * unknown id stands before, or a chain of nothing but the genesis would answer "you have it all".
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server.cpp} ({@code on_get_blocks}), {@code
 * src/cryptonote_core/blockchain.cpp} ({@code find_blockchain_supplement}).
 *
 * @param genesis present exactly where {@code startHeight} is 0
 */
public record PageRequest(long startHeight, PageForm form, Optional<BlockHash> genesis) {

  public PageRequest {
    if (startHeight < 0 || genesis.isPresent() != (startHeight == 0)) {
      throw new IllegalArgumentException("the genesis goes with height 0, not " + startHeight);
    }
  }

  public byte[] toBytes() {
    EpeeWriter out = new EpeeWriter(2 + (genesis.isPresent() ? 1 : 0));
    genesis.ifPresent(
        hash -> {
          byte[] ids = new byte[2 * Bytes32.LENGTH];
          hash.copyTo(ids, Bytes32.LENGTH);
          out.string("block_ids", ids);
        });
    out.bool("prune", form == PageForm.PRUNED);
    out.uint64("start_height", startHeight);
    return out.toBytes();
  }

  /** Reads a request as a node does; a height of 0 without block ids is refused like there. */
  public static PageRequest read(byte[] bytes) {
    EpeeReader in = new EpeeReader(bytes, bytes.length);
    long startHeight = 0;
    PageForm form = PageForm.FULL;
    @Nullable BlockHash last = null;
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("start_height")) {
        startHeight = in.integer();
      } else if (in.named("prune")) {
        form = in.bool() ? PageForm.PRUNED : PageForm.FULL;
      } else if (in.named("block_ids")) {
        byte[] ids = in.string();
        if (ids.length == 0 || ids.length % Bytes32.LENGTH != 0) {
          throw in.invalid("block ids of " + ids.length + " bytes");
        }
        last = BlockHash.at(ids, ids.length - Bytes32.LENGTH);
      } else {
        in.skip();
      }
    }
    in.finish();
    if (startHeight < 0 || (startHeight == 0 && last == null)) {
      throw in.invalid("a start height of 0 without block ids");
    }
    return new PageRequest(
        startHeight, form, startHeight == 0 ? Optional.ofNullable(last) : Optional.empty());
  }
}
