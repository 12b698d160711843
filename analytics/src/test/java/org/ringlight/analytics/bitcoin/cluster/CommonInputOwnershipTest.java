package org.ringlight.analytics.bitcoin.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringlight.analytics.bitcoin.Drawing.tx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.Drawing;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.analytics.bitcoin.cluster.KnownOwners.Label;
import org.ringlight.analytics.bitcoin.cluster.RefusedMerge.Reason;

class CommonInputOwnershipTest {

  private final List<RefusedMerge> refused = new ArrayList<>();

  private CommonInputOwnership start(KnownOwners known, Guard... but) {
    Set<Guard> guards = EnumSet.allOf(Guard.class);
    guards.removeAll(List.of(but));
    return new CommonInputOwnership(
        new GuardedMerges(Clusters.ofSingles(0), known, refused::add), guards);
  }

  private int[] read(CommonInputOwnership owners, DrawnTransaction... transactions) {
    for (DrawnTransaction one : transactions) {
      owners.read(one);
    }
    return owners.clusters().parents();
  }

  @Test
  void inputsOfOneTransactionHaveOneOwner() {
    int[] clusters =
        read(
            start(KnownOwners.NONE),
            tx(1).in(50, 4).in(60, 2).out(100, 5).drawn(),
            tx(2).in(50, 1).in(60, 1).out(100, 6).drawn(),
            tx(3).in(50, 2).in(60, 3).out(105, 1).drawn());
    assertThat(clusters).containsExactly(0, 1, 2, 2, 2, 5, 6);
    assertThat(refused).isEmpty();
  }

  @Test
  void aSignatureThatLeavesSomethingOpenJoinsNothing() {
    Drawing open = tx(7).in(50, 1).openSignatures().in(60, 2).out(100, 3);
    assertThat(read(start(KnownOwners.NONE), open.drawn())).containsExactly(0, 1, 2, 3);
    assertThat(refused).containsExactly(new RefusedMerge(7, Reason.OPEN_SIGNATURES, List.of(1, 2)));
    assertThat(read(start(KnownOwners.NONE, Guard.SIGNATURES), open.drawn()))
        .containsExactly(0, 1, 1, 3);
  }

  @Test
  void anInputThatIsNotResolvedJoinsNothing() {
    read(start(KnownOwners.NONE), tx(1).in(50, 1).in(60, 2).unresolved().out(100, 3).drawn());
    assertThat(refused)
        .containsExactly(new RefusedMerge(1, Reason.UNRESOLVED_INPUTS, List.of(1, 2)));
  }

  @Test
  void anInputWithoutAnAddressIsLeftOutAndTheOthersJoin() {
    int[] clusters =
        read(
            start(KnownOwners.NONE),
            tx(1).in(50, 1).in(9, CoinTransaction.UNKNOWN).in(60, 2).out(100, 3).drawn());
    assertThat(clusters).containsExactly(0, 1, 1, 3);
  }

  @Test
  void aCoinJoinJoinsNothing() {
    DrawnTransaction mix =
        tx(1).ins(3, 1_000_000, 1).outs(3, 900_000, 4).outs(1, 90_000, 7).out(80_000, 8).drawn();
    read(start(KnownOwners.NONE), mix);
    assertThat(refused).containsExactly(new RefusedMerge(1, Reason.COIN_JOIN, List.of(1, 2, 3)));
    assertThat(read(start(KnownOwners.NONE, Guard.COIN_JOINS), mix))
        .containsExactly(0, 1, 1, 1, 4, 5, 6, 7, 8);
  }

  @Test
  void aStonewallAndAPayJoinEachHaveAGuardOfTheirOwn() {
    DrawnTransaction wall =
        tx(1).in(80_000, 1).in(90_000, 2).outs(2, 50_000, 3).out(29_000, 5).out(39_000, 6).drawn();
    DrawnTransaction pay = tx(2).in(80_000, 7).in(20_000, 8).out(60_000, 9).out(39_000, 10).drawn();
    read(start(KnownOwners.NONE), wall, pay);
    assertThat(refused)
        .extracting(RefusedMerge::reason)
        .containsExactly(Reason.STONEWALL, Reason.PAY_JOIN);
    refused.clear();
    int[] clusters = read(start(KnownOwners.NONE, Guard.STONEWALL, Guard.PAY_JOIN), wall, pay);
    assertThat(refused).isEmpty();
    assertThat(clusters[2]).isEqualTo(1);
    assertThat(clusters[8]).isEqualTo(7);
  }

  @Test
  void theUsualGuardsLetPaymentsOfThePayJoinShapeJoin() {
    CommonInputOwnership usual = CommonInputOwnership.start(refused::add);
    assertThat(read(usual, tx(2).in(80, 1).in(20, 2).out(60, 3).out(39, 4).drawn()))
        .containsExactly(0, 1, 1, 3, 4);
    assertThat(CommonInputOwnership.USUAL_GUARDS)
        .containsExactlyInAnyOrder(Guard.SIGNATURES, Guard.STONEWALL, Guard.COIN_JOINS);
  }

  @Test
  void whatIsOneClusterAlreadyIsNotLoggedAgain() {
    read(
        start(KnownOwners.NONE),
        tx(1).in(50, 1).in(60, 2).out(100, 3).drawn(),
        tx(2).openSignatures().in(50, 1).in(60, 2).out(100, 3).drawn());
    assertThat(refused).isEmpty();
  }

  @Test
  void clustersOfTwoKnownOwnersStayApartAndNobodyElseIsJoinedByThatTransaction() {
    KnownOwners known = KnownOwners.of(List.of(new Label(1, 7), new Label(5, 8)));
    int[] clusters =
        read(
            start(known),
            tx(1).in(50, 1).in(60, 2).out(100, 9).drawn(),
            tx(2).in(50, 4).in(60, 5).out(100, 9).drawn(),
            tx(3).in(50, 2).in(60, 3).in(10, 4).out(115, 9).drawn(),
            tx(4).in(50, 3).in(60, 4).out(100, 9).drawn(),
            tx(5).in(50, 3).in(60, 1).out(100, 9).drawn());
    assertThat(refused)
        .containsExactly(
            new RefusedMerge(3, Reason.DIFFERENT_OWNERS, List.of(1, 3, 4)),
            new RefusedMerge(5, Reason.DIFFERENT_OWNERS, List.of(1, 3)));
    assertThat(clusters).containsExactly(0, 1, 1, 3, 3, 3, 6, 7, 8, 9);
  }

  @Test
  void labelsThatStoredClustersAlreadyJoinAreRefused() {
    Clusters clusters = Clusters.ofSingles(3);
    clusters.join(1, 2);
    KnownOwners known = KnownOwners.of(List.of(new Label(1, 7), new Label(2, 8)));
    assertThatThrownBy(() -> new GuardedMerges(clusters, known, refused::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cluster 1 already joins the owners 7 and 8");
    assertThatThrownBy(() -> KnownOwners.of(List.of(new Label(1, 7), new Label(1, 8))))
        .hasMessageContaining("address 1 has two owners");
  }

  @Test
  void theOrderOfTransactionsDoesNotMatterWithoutLabels() {
    for (long seed = 1; seed <= 20; seed++) {
      List<LongFunction<Drawing>> drawings = RandomPayments.of(seed, 200, 80);
      int[] wanted = read(start(KnownOwners.NONE), RandomPayments.numbered(drawings));
      Collections.shuffle(drawings, new Random(seed));
      assertThat(read(start(KnownOwners.NONE), RandomPayments.numbered(drawings)))
          .as("seed %d", seed)
          .isEqualTo(wanted);
    }
  }

  @Test
  void goingOnFromStoredClustersIsTheSameAsOneRunAlsoWithLabels() {
    for (long seed = 1; seed <= 20; seed++) {
      DrawnTransaction[] all = RandomPayments.numbered(RandomPayments.of(seed, 200, 80));
      KnownOwners known =
          KnownOwners.of(List.of(new Label(3, 0), new Label(11, 1), new Label(40, 2)));
      refused.clear();
      int[] wanted = read(start(known), all);
      List<RefusedMerge> log = List.copyOf(refused);
      refused.clear();
      CommonInputOwnership first = start(known);
      for (int i = 0; i < 120; i++) {
        first.read(all[i]);
      }
      CommonInputOwnership second =
          new CommonInputOwnership(
              new GuardedMerges(
                  Clusters.continuing(first.clusters().parents()), known, refused::add),
              EnumSet.allOf(Guard.class));
      for (int i = 120; i < all.length; i++) {
        second.read(all[i]);
      }
      assertThat(second.clusters().parents()).as("seed %d", seed).isEqualTo(wanted);
      assertThat(refused).isEqualTo(log);
      assertThat(log).extracting(RefusedMerge::reason).contains(Reason.DIFFERENT_OWNERS);
    }
  }

  @Test
  void rolledBackAndReadAgainIsAsIfTheLostBranchHadNeverBeen() {
    for (long seed = 1; seed <= 20; seed++) {
      DrawnTransaction[] common = RandomPayments.numbered(RandomPayments.of(seed, 100, 80));
      CommonInputOwnership owners = start(KnownOwners.NONE);
      int kept = 60;
      int fork = 70;
      int[] state = {};
      for (DrawnTransaction one : common) {
        owners.read(one);
        if (one.height() == kept) {
          state = owners.clusters().parents();
        }
      }
      CommonInputOwnership again =
          new CommonInputOwnership(
              new GuardedMerges(Clusters.continuing(state), KnownOwners.NONE, refused::add),
              EnumSet.allOf(Guard.class));
      CommonInputOwnership never = start(KnownOwners.NONE);
      DrawnTransaction[] branch = RandomPayments.numbered(RandomPayments.of(seed + 99, 100, 80));
      for (int i = 0; i < 100; i++) {
        DrawnTransaction one = i < fork ? common[i] : branch[i];
        never.read(one);
        if (one.height() > kept) {
          again.read(one);
        }
      }
      assertThat(again.clusters().parents())
          .as("seed %d", seed)
          .isEqualTo(never.clusters().parents());
    }
  }

  @Test
  void transactionsOutOfOrderAndIdsTooLargeAreRefused() {
    CommonInputOwnership owners = start(KnownOwners.NONE);
    owners.read(tx(5).in(9, 1).out(8, 2).drawn());
    assertThatThrownBy(() -> owners.read(tx(5).in(9, 1).out(8, 2).drawn()))
        .hasMessageContaining("transaction 5 after 5");
    assertThatThrownBy(() -> owners.read(tx(6).in(9, 1L << 31).out(8, 2).drawn()))
        .hasMessageContaining("address id 2147483648");
  }
}
