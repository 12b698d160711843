package org.ringlight.analytics.bitcoin.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClustersTest {

  @Test
  void theIdOfAClusterIsItsSmallestAddress() {
    Clusters clusters = Clusters.ofSingles(200);
    assertThat(clusters.join(150, 199)).isTrue();
    assertThat(clusters.join(199, 42)).isTrue();
    assertThat(clusters.join(42, 150)).isFalse();
    assertThat(clusters.find(199)).isEqualTo(42);
    assertThat(clusters.find(7)).isEqualTo(7);
  }

  @Test
  void theOrderOfJoinsDoesNotMatterNorDoesASearchOnAnotherWay() {
    for (long seed = 1; seed <= 50; seed++) {
      CoSpends lists = CoSpends.random(seed, 500, 200);
      int[] wanted = lists.smallestReachable();
      Clusters inOrder = lists.join(Clusters.ofSingles(lists.addresses()), 0, lists.size());
      Clusters shuffled = Clusters.ofSingles(lists.addresses());
      CoSpends other = lists.shuffled(new Random(seed));
      other.join(shuffled, 0, other.size());
      assertThat(inOrder.parents()).as("seed %d", seed).isEqualTo(wanted);
      assertThat(shuffled.parents()).as("seed %d", seed).isEqualTo(wanted);
    }
  }

  @Test
  void goingOnFromStoredParentsGivesWhatOneRunGives() {
    for (long seed = 1; seed <= 30; seed++) {
      CoSpends lists = CoSpends.random(seed, 400, 150);
      Clusters whole = lists.join(Clusters.ofSingles(lists.addresses()), 0, lists.size());
      Clusters half = lists.join(Clusters.ofSingles(200), 0, 0);
      half.growTo(lists.addresses());
      lists.join(half, 0, lists.size() / 3);
      Clusters rest = Clusters.continuing(half.parents());
      lists.join(rest, lists.size() / 3, lists.size());
      assertThat(rest.parents()).as("seed %d", seed).isEqualTo(whole.parents());
    }
  }

  @Test
  void growingKeepsWhatIsJoined() {
    Clusters clusters = Clusters.ofSingles(3);
    clusters.join(0, 2);
    clusters.growTo(100_000);
    clusters.join(99_999, 2);
    clusters.growTo(5);
    assertThat(clusters.size()).isEqualTo(100_000);
    assertThat(clusters.find(99_999)).isZero();
    assertThat(clusters.find(50_000)).isEqualTo(50_000);
  }

  @Test
  void moreAddressesThanAnArrayHoldsAreRefused() {
    assertThatThrownBy(() -> Clusters.ofSingles(1L << 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2147483648 addresses");
    assertThatThrownBy(() -> Clusters.ofSingles(0).growTo(Clusters.MOST_ADDRESSES + 1L))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Clusters.index(3_000_000_000L))
        .hasMessageContaining("address id 3000000000");
  }

  @Test
  void anAddressThatIsNotThereIsRefused() {
    Clusters clusters = Clusters.ofSingles(2);
    clusters.growTo(3);
    assertThatThrownBy(() -> clusters.join(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatAreNotParentsOfClustersIsRefused() {
    assertThatThrownBy(() -> Clusters.continuing(new int[] {0, 2, 2}))
        .hasMessageContaining("address 1 has 2");
    assertThatThrownBy(() -> Clusters.continuing(new int[] {0, 0, 1}))
        .hasMessageContaining("address 2 has 1");
    assertThatThrownBy(() -> Clusters.continuing(new int[] {-1}))
        .hasMessageContaining("address 0 has -1");
  }
}
