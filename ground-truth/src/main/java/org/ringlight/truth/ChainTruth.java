package org.ringlight.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedRing;
import org.ringlight.rpc.MiningClient;
import org.ringlight.rpc.WalletOutput;

/**
 * The true spends of a chain, worked out from what the wallets own and what the node says stands on
 * its main chain, and checked: each true output is a member of its ring, and each spend that a
 * wallet knows of is there. Nothing that disagrees is ever handed out.
 *
 * @param spends the rings whose owner is known, in chain order
 * @param rings how many rings the main chain holds
 * @param transactions how many transactions it holds, coinbases left out
 * @param blocks how many blocks it has, genesis included
 */
public record ChainTruth(List<TrueSpend> spends, long rings, long transactions, long blocks) {

  /** The number of transactions asked for at a time. */
  private static final int PAGE = 200;

  public ChainTruth {
    spends = List.copyOf(spends);
  }

  private record Owned(String owner, WalletOutput output) {}

  /** Whether every ring of the chain has a known owner. */
  public boolean isComplete() {
    return spends.size() == rings;
  }

  /**
   * Reads the whole main chain.
   *
   * @param owned every output of every wallet, by the wallet's name in the story; the wallets must
   *     have read the chain up to its tip
   * @throws DataInvalid if a true output is not in its ring, or a wallet spent what the chain does
   *     not show
   */
  public static ChainTruth read(MiningClient node, Map<String, List<WalletOutput>> owned) {
    return read(node, MainChain.read(node), owned);
  }

  /** As {@link #read(MiningClient, Map)}, of a main chain that was just read from {@code node}. */
  public static ChainTruth read(
      MiningClient node, MainChain chain, Map<String, List<WalletOutput>> owned) {
    Map<KeyImage, Owned> byKeyImage = byKeyImage(owned);
    List<TxHash> hashes = chain.transactions();
    List<TrueSpend> spends = new ArrayList<>();
    long rings = 0;
    for (int from = 0; from < hashes.size(); from += PAGE) {
      for (MinedRing ring :
          node.rings(hashes.subList(from, Math.min(from + PAGE, hashes.size())))) {
        rings++;
        Owned known = byKeyImage.remove(ring.keyImage());
        if (known != null) {
          spends.add(trueSpend(ring, known));
        }
      }
    }
    refuseUnseen(byKeyImage.values());
    return new ChainTruth(spends, rings, hashes.size(), chain.blocks().size());
  }

  private static Map<KeyImage, Owned> byKeyImage(Map<String, List<WalletOutput>> owned) {
    Map<KeyImage, Owned> byKeyImage = new HashMap<>();
    owned.forEach(
        (owner, outputs) -> {
          for (WalletOutput output : outputs) {
            if (output.keyImage() != null) {
              byKeyImage.put(output.keyImage(), new Owned(owner, output));
            }
          }
        });
    return byKeyImage;
  }

  private static TrueSpend trueSpend(MinedRing ring, Owned known) {
    long index = known.output().amountIndex();
    int position = ring.position(index);
    if (position < 0) {
      throw new DataInvalid(
          "the true output 0:" + index + " of " + known.owner() + " is not in its ring",
          "tx " + ring.txHash() + ", key image " + ring.keyImage(),
          "refresh the wallets to the node's tip and read again");
    }
    return new TrueSpend(ring.keyImage(), ring.indexSpace(), index, position, known.owner());
  }

  private static void refuseUnseen(Collection<Owned> unseen) {
    for (Owned left : unseen) {
      if (left.output().state() == WalletOutput.State.SPENT) {
        throw new DataInvalid(
            left.owner() + " spent an output that the main chain does not show spent",
            "key image " + left.output().keyImage(),
            "mine until the pool is empty, refresh the wallets, read again");
      }
    }
  }
}
