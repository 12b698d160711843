package org.ringlight.truth.story;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MinedRing;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.regtest.SimulatedMiner;
import org.ringlight.truth.regtest.TwoBranches;
import org.ringlight.truth.regtest.WalletProcess;

/**
 * A double spend over a reorganisation. While two miners cannot hear each other, the spender pays a
 * victim on one branch, and itself, out of the same output, on the other, which wins.
 */
final class SplitChain {

  /** How long the branches are apart. */
  private static final Duration APART = Duration.ofHours(2);

  /** How many blocks more the winning branch has. */
  private static final int AHEAD = 2;

  private final World world;
  private final Actor spender;
  private final Actor victim;
  private final Actor homeMiner;
  private final Actor awayMiner;
  private final int orphaned;

  /**
   * @param orphaned how many blocks the losing branch gets, two at least
   */
  SplitChain(
      World world, Actor spender, Actor victim, Actor homeMiner, Actor awayMiner, int orphaned) {
    this.world = world;
    this.spender = spender;
    this.victim = victim;
    this.homeMiner = homeMiner;
    this.awayMiner = awayMiner;
    this.orphaned = orphaned;
  }

  /** Splits, spends twice, joins. Meanwhile everybody else goes on, unaware, on the lost branch. */
  DoubleSpend happen(String depositAddress) {
    Duration homePause = APART.dividedBy(orphaned);
    spender.refresh(world.moment());
    WalletOutput output =
        spender.spendable().stream()
            .max(Comparator.comparingLong(WalletOutput::amount))
            .orElseThrow(() -> new IllegalStateException(spender + " has nothing to spend"));
    KeyImage image = output.ownKeyImage();
    try (TwoBranches branches = TwoBranches.split(world.node(), world.folder("away"))) {
      MinedBlock parent = world.node().mining().block(branches.splitHeight() - 1);
      MinedRing kept = spendAway(branches, image);

      Payee payee = new Payee(victim.name(), depositAddress, output.amount());
      spender.refresh(world.moment());
      if (spender.send(Event.Kind.LOST_DEPOSIT, output, payee).isEmpty()) {
        throw refused("on the branch to lose");
      }
      world.mine(homeMiner, homePause);
      MinedRing given = ring(image);
      world.takeTurns();
      for (int i = 1; i < orphaned; i++) {
        world.mine(homeMiner, homePause);
      }

      List<MinedBlock> lost = branches.join();
      return new DoubleSpend(
          spender.name(),
          image,
          output.amountIndex(),
          given.txHash(),
          kept.txHash(),
          given,
          kept,
          parent,
          lost);
    }
  }

  private MinedRing spendAway(TwoBranches branches, KeyImage image) {
    SimulatedMiner miner = new SimulatedMiner(branches.away(), world.now());
    try (WalletProcess twin =
        WalletProcess.over(
            spender.wallet().keys(), world.folder("away-" + spender), branches.away())) {
      twin.refresh();
      TxHash kept =
          twin.client()
              .sweepOutput(image, spender.address(), WalletPriority.DEFAULT)
              .sent()
              .get(0)
              .hash();
      for (int i = 0; i < orphaned + AHEAD; i++) {
        miner.mine(awayMiner.address(), APART.dividedBy(orphaned + AHEAD));
      }
      return branches.away().mining().rings(List.of(kept)).get(0);
    }
  }

  private MinedRing ring(KeyImage image) {
    MinedBlock newest = world.node().mining().block(world.node().mining().height() - 1);
    return world.node().mining().rings(newest.transactions()).stream()
        .filter(ring -> ring.keyImage().equals(image))
        .findFirst()
        .orElseThrow(() -> refused("into block " + newest.height()));
  }

  private DataInvalid refused(String where) {
    return new DataInvalid(
        "the double spend of " + spender + " did not get " + where,
        "regtest node at " + world.node().rpc(),
        "read the logs of node and wallet");
  }
}
