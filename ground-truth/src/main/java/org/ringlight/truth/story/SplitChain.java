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

  private static final int ORPHANED = 3;
  private static final int WINNING = 5;
  private static final Duration HOME_PAUSE = Duration.ofMinutes(40);
  private static final Duration AWAY_PAUSE = Duration.ofMinutes(24);

  private final World world;
  private final Actor spender;
  private final Actor victim;
  private final Actor homeMiner;
  private final Actor awayMiner;

  SplitChain(World world, Actor spender, Actor victim, Actor homeMiner, Actor awayMiner) {
    this.world = world;
    this.spender = spender;
    this.victim = victim;
    this.homeMiner = homeMiner;
    this.awayMiner = awayMiner;
  }

  /** Splits, spends twice, joins. Meanwhile everybody else goes on, unaware, on the lost branch. */
  DoubleSpend happen(String depositAddress) {
    spender.refresh(world.node().mining().height() - 1);
    WalletOutput output =
        spender.spendable().stream()
            .max(Comparator.comparingLong(WalletOutput::amount))
            .orElseThrow(() -> new IllegalStateException(spender + " has nothing to spend"));
    KeyImage image = output.ownKeyImage();
    try (TwoBranches branches = TwoBranches.split(world.node(), world.folder("away"))) {
      MinedBlock parent = world.node().mining().block(branches.splitHeight() - 1);
      MinedRing kept = spendAway(branches, image);

      spender.refresh(parent.height());
      if (!spender.send("deposit that is taken back", image, victim.name(), depositAddress)) {
        throw refused("on the branch to lose");
      }
      world.mine(homeMiner, HOME_PAUSE);
      MinedRing given = ring(image);
      world.takeTurns();
      for (int i = 1; i < ORPHANED; i++) {
        world.mine(homeMiner, HOME_PAUSE);
      }

      List<MinedBlock> orphaned = branches.join();
      return new DoubleSpend(
          spender.name(),
          image,
          output.amountIndex(),
          given.txHash(),
          kept.txHash(),
          given,
          kept,
          parent,
          orphaned);
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
      for (int i = 0; i < WINNING; i++) {
        miner.mine(awayMiner.address(), AWAY_PAUSE);
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
        world.folder("node").toString(),
        "read the logs of node and wallet");
  }
}
