package org.ringlight.truth.era;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.ringlight.protocol.rules.RingSizes;
import org.ringlight.truth.picker.NotEnoughOutputs;
import org.ringlight.truth.picker.WalletVersion;

/**
 * The programs people pay with: each chooses decoys in its own way. Most are releases of Monero,
 * some weeks behind the newest; a few are not. A service that keeps its decoys keeps them for about
 * a day.
 */
final class Wallets {

  private static final Duration USUAL_LAG = Duration.ofDays(60);
  private static final Duration FORK_NOTICE = Duration.ofDays(30);
  private static final int CACHE_BLOCKS = 720;

  private final EraOptions options;
  private long[] cache = {};
  private int cachedAt;

  Wallets(EraOptions options) {
    this.options = options;
  }

  /** A way to choose decoys. */
  interface Chooser {

    /** Its name in the files beside the chain. */
    String name();

    /** The ring's members for this true spend, ascending. */
    long[] ring(Space space, int trueIndex, int ringSize);
  }

  /** The program of one transaction. */
  Chooser chooserFor(Site site, Ledger.Kind kind, int inputs) {
    WalletVersion version = version(site);
    int dice = site.random.nextInt(100);
    if (options.has(Feature.THIRD_PARTY) && dice < 4) {
      return drawing("third-party-uniform", WalletVersion.V0_8_8, site);
    } else if (kind == Ledger.Kind.RING_CT && options.has(Feature.CACHED_DECOYS) && dice == 4) {
      return fixed("cached-decoys", cached(site, version), version, site);
    } else if (kind == Ledger.Kind.RING_CT
        && options.has(Feature.DIFFER_BY_ONE)
        && dice == 5
        && inputs > 1) {
      return fixed("differ-by-one", decoys(site, version), version, site);
    }
    return newest(site, version);
  }

  /** The release most people have. */
  Chooser newest(Site site) {
    return newest(site, WalletVersion.newestAt(site.time));
  }

  private static Chooser newest(Site site, WalletVersion version) {
    return drawing("wallet2-" + version.name().substring(1).replace('_', '.'), version, site);
  }

  /** A release that was there some time ago, and knows the hard fork. */
  private static WalletVersion version(Site site) {
    double lags = -StrictMath.log(1 - site.random.nextDouble());
    Instant bought = site.time.minusSeconds((long) (lags * USUAL_LAG.toSeconds()));
    Instant forced =
        Timeline.dateOf(site.hardFork).atStartOfDay().toInstant(ZoneOffset.UTC).minus(FORK_NOTICE);
    return WalletVersion.newestAt(bought.isBefore(forced) ? forced : bought);
  }

  private static Chooser drawing(String name, WalletVersion version, Site site) {
    return new Chooser() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long[] ring(Space space, int trueIndex, int ringSize) {
        return version.ring(space, trueIndex, ringSize, site.random);
      }
    };
  }

  /** Always the same decoys, unless the true spend or another ring size makes that impossible. */
  private static Chooser fixed(String name, long[] decoys, WalletVersion version, Site site) {
    Chooser otherwise = drawing(name, version, site);
    return new Chooser() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long[] ring(Space space, int trueIndex, int ringSize) {
        if (decoys.length + 1 != ringSize
            || space.indexSpace() != 0
            || Arrays.binarySearch(decoys, trueIndex) >= 0) {
          return otherwise.ring(space, trueIndex, ringSize);
        }
        long[] ring = Arrays.copyOf(decoys, ringSize);
        ring[ringSize - 1] = trueIndex;
        Arrays.sort(ring);
        return ring;
      }
    };
  }

  private long[] cached(Site site, WalletVersion version) {
    int wanted = RingSizes.minimum(site.hardFork) - 1;
    if (cache.length != wanted || site.height - cachedAt >= CACHE_BLOCKS) {
      cache = decoys(site, version);
      cachedAt = site.height;
    }
    return cache;
  }

  /** A ring less one of its members; empty where there is no ring to be had. */
  private static long[] decoys(Site site, WalletVersion version) {
    Space space = site.ledger.ringCt();
    int size = RingSizes.minimum(site.hardFork);
    if (site.ledger.ringable(space) <= size) {
      return new long[0];
    }
    long oldest = site.ledger.firstUnlocked(space);
    try {
      long[] ring = version.ring(space, oldest, size, site.random);
      return Arrays.copyOfRange(ring, 1, size);
    } catch (NotEnoughOutputs refused) {
      return new long[0];
    }
  }
}
