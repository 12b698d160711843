package org.ringlight.truth.era;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found near a height, beside a search through everything. */
final class LedgerTest {

  private static final int BLOCKS = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingSpendableIsNearerThanWhatIsFound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Ledger ledger = new Ledger(BLOCKS);
    List<Long> coins = new ArrayList<>();
    Set<Long> spent = new HashSet<>();
    for (int height = 0; height < BLOCKS; height++) {
      ledger.openBlock(height);
      for (int i = random.nextInt(4); i > 0; i--) {
        long amount = random.nextInt(3);
        int owner = random.nextInt(3) - 1;
        coins.add(ledger.append(amount, owner, random.nextInt(5) == 0));
        if (random.nextInt(4) == 0) {
          spend(coins.get(coins.size() - 1), ledger, spent);
        }
      }
      ledger.closeBlock();
      for (int i = 0; i < 3; i++) {
        Ledger.Kind kind = random.nextBoolean() ? Ledger.Kind.CLEAR : Ledger.Kind.RING_CT;
        int target = random.nextInt(height + 1);
        int owner = random.nextInt(3) - 1;
        long found = ledger.near(kind, target, owner, random);
        OptionalInt nearest =
            coins.stream()
                .filter(coin -> !spent.contains(coin))
                .filter(coin -> (Ledger.ordinal(coin) == 0) == (kind == Ledger.Kind.RING_CT))
                .filter(ledger::spendable)
                .filter(coin -> allowed(ledger, coin, owner))
                .mapToInt(coin -> away(ledger, coin, target))
                .min();
        if (nearest.isEmpty()) {
          assertThat(found).isEqualTo(Ledger.NONE);
          continue;
        }
        assertThat(coins).contains(found);
        assertThat(ledger.spendable(found)).isTrue();
        assertThat(allowed(ledger, found, owner)).isTrue();
        assertThat(away(ledger, found, target)).isEqualTo(nearest.getAsInt());
        spend(found, ledger, spent);
      }
    }
    assertThat(spent).hasSizeGreaterThan(200);
    assertThat(coins).allMatch(coin -> !spent.contains(coin) || !ledger.spendable(coin));
  }

  private static void spend(long coin, Ledger ledger, Set<Long> spent) {
    ledger.spend(coin);
    spent.add(coin);
  }

  private static int away(Ledger ledger, long coin, int target) {
    return Math.abs(ledger.space(coin).height(Ledger.index(coin)) - target);
  }

  /** A flooder's outputs (here of owner -1) are spent by nobody else. */
  private static boolean allowed(Ledger ledger, long coin, int owner) {
    int known = ledger.space(coin).ownerOf(Ledger.index(coin));
    return known == owner || known == Space.ANYBODY || (owner == Space.ANYBODY && known > 0);
  }
}
