package org.ringlight.truth.picker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.MinedRing;
import org.ringlight.rpc.MiningClient;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.truth.TrueSpend;

/**
 * What {@link DecoyFit} asks of a real chain that is RingCT from block 1 on, as those of {@code
 * monerod --regtest} are.
 *
 * @param outputs RingCT outputs of each block; the unlock times of other transactions than
 *     coinbases are taken to be 0
 * @param rings those whose true spend is known, in chain order
 */
public record RingctChain(ChainSupply outputs, List<KnownRing> rings) {

  public RingctChain {
    rings = List.copyOf(rings);
  }

  /**
   * Reads the whole main chain.
   *
   * @throws DataInvalid if its output indices do not go on from block to block, as with outputs
   *     that are not RingCT
   */
  public static RingctChain read(NodeClient node, MiningClient mining, List<TrueSpend> spends) {
    ChainSupply outputs = outputs(node);
    Map<KeyImage, TrueSpend> truth = new HashMap<>();
    spends.forEach(spend -> truth.put(spend.keyImage(), spend));
    List<KnownRing> rings = new ArrayList<>();
    for (long height = 1; height < outputs.chainHeight(); height++) {
      List<TxHash> hashes = mining.block(height).transactions();
      for (MinedRing ring : hashes.isEmpty() ? List.<MinedRing>of() : mining.rings(hashes)) {
        TrueSpend spend = truth.get(ring.keyImage());
        if (spend != null && ring.indexSpace() == OutputSupply.RINGCT) {
          rings.add(new KnownRing(height, spend.amountIndex(), ring.members()));
        }
      }
    }
    return new RingctChain(outputs, rings);
  }

  private static ChainSupply outputs(NodeClient node) {
    List<int[]> blocks = new ArrayList<>();
    blocks.add(new int[2]);
    long next = 0;
    ChainPage page;
    do {
      page = node.page(blocks.size(), PageForm.PRUNED);
      for (UnverifiedBlock block : page.blocks()) {
        int outputs = 0;
        for (long[] indices : block.outputIndices()) {
          for (long index : indices) {
            if (index != next++) {
              throw new DataInvalid(
                  "RingCT output " + (next - 1) + " expected, not " + index,
                  "height " + blocks.size(),
                  "read only chains that are RingCT from block 1");
            }
          }
          outputs += indices.length;
        }
        blocks.add(new int[] {outputs, block.outputIndices().get(0).length});
      }
    } while (!page.blocks().isEmpty() && blocks.size() < page.chainHeight());
    int[] outputs = new int[blocks.size()];
    int[] coinbases = new int[blocks.size()];
    Arrays.setAll(outputs, height -> blocks.get(height)[0]);
    Arrays.setAll(coinbases, height -> blocks.get(height)[1]);
    return ChainSupply.of(OutputSupply.RINGCT, outputs, coinbases);
  }
}
