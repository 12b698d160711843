package org.ringlight.analytics.bitcoin.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;

/** Properties on seeded chains whose change is known. */
class PlantedWalletsTest {

  private static ChangeIndex index(List<DrawnTransaction> chain) {
    ChangeIndex facts = new ChangeIndex();
    CommonInputOwnership owners = CommonInputOwnership.start(refused -> {});
    for (DrawnTransaction one : chain) {
      facts.read(one);
      owners.read(one);
    }
    facts.clusters(address -> owners.clusters().find((int) address));
    return facts;
  }

  @Test
  void whatIsRevealedAsChangeIsChange() {
    for (long seed = 1; seed <= 5; seed++) {
      PlantedWallets world = PlantedWallets.of(seed, 1500);
      ChangeIndex facts = index(world.chain());
      int revealed = 0;
      for (DrawnTransaction one : world.chain()) {
        int change = RevealedChange.revealed(one, facts);
        if (change != ChangeConsensus.NONE) {
          assertThat(change).as("seed %d, %s", seed, one).isEqualTo(world.change(one));
          revealed++;
        }
      }
      assertThat(revealed).as("seed %d", seed).isGreaterThan(40);
    }
  }

  @Test
  void aHabitThatNoWalletBreaksIsMeasuredAsNeverWrong() {
    PlantedWallets world = PlantedWallets.of(7, 3000);
    ChangeIndex facts = index(world.chain());
    RevealedChange revealed = new RevealedChange(ChangePoll.all());
    world.chain().forEach(one -> revealed.read(one, facts));
    for (ChangeSource habit :
        List.of(
            ChangeSource.SAME_VERSION, ChangeSource.SAME_LOCK_TIME, ChangeSource.SAME_SEQUENCE)) {
      ChangeAccuracy accuracy = revealed.accuracy(habit).orElseThrow();
      assertThat(accuracy.wrong()).as("%s", habit).isZero();
      assertThat(accuracy.right()).as("%s", habit).isGreaterThan(50);
    }
    // only payees show addresses that were paid before, so this is never wrong either
    ChangeAccuracy fresh = revealed.accuracy(ChangeSource.FRESH_ADDRESS).orElseThrow();
    assertThat(fresh.wrong()).isZero();
    assertThat(fresh.right()).isGreaterThan(20);
    // amounts were drawn without a habit: taking the smaller output must be wrong sometimes
    ChangeAccuracy optimal = revealed.accuracy(ChangeSource.OPTIMAL_CHANGE).orElseThrow();
    assertThat(optimal.wrong()).isPositive();
  }

  @Test
  void aPeelingChainIsTheSameFromEachOfItsSteps() {
    PlantedWallets world = PlantedWallets.of(3, 2000);
    ChangeIndex facts = index(world.chain());
    PeelChains peels = new PeelChains(facts);
    Map<Long, PeelChain> through = new HashMap<>();
    for (DrawnTransaction one : world.chain()) {
      through.put(one.id(), peels.through(facts.traits(one), Integer.MAX_VALUE));
    }
    int threeOrMore = 0;
    for (PeelChain chain : through.values()) {
      for (PeelChain.Step step : chain.steps()) {
        assertThat(through.get(step.transaction())).isEqualTo(chain);
      }
      threeOrMore += chain.steps().size() >= 3 ? 1 : 0;
    }
    assertThat(threeOrMore).isGreaterThan(20);
  }

  @Test
  void aConsensusNamesNoOutputThatAVetoOfItsStrengthForbids() {
    PlantedWallets world = PlantedWallets.of(5, 1500);
    ChangeIndex facts = index(world.chain());
    ChangePoll poll = new ChangePoll();
    int right = 0;
    int wrong = 0;
    for (DrawnTransaction one : world.chain()) {
      ChangeConsensus consensus = poll.ask(one, facts);
      assertThat(consensus).isEqualTo(poll.ask(one, facts));
      consensus.vetoes().stream()
          .filter(veto -> veto.output() == consensus.output())
          .forEach(veto -> assertThat(veto.reason().strength()).isLessThan(consensus.confidence()));
      if (consensus.isFound() && world.change(one) != ChangeConsensus.NONE) {
        right += consensus.output() == world.change(one) ? 1 : 0;
        wrong += consensus.output() == world.change(one) ? 0 : 1;
      }
    }
    assertThat(right).isGreaterThan(4 * wrong);
  }
}
