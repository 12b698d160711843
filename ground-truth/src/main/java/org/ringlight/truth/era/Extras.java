package org.ringlight.truth.era;

import org.ringlight.truth.era.Draft.ExtraStyle;

/** What else a transaction shows: the style of its extra, its unlock time. */
final class Extras {

  /** Releases write a payment id into every transaction of two outputs from v0.14 on. */
  private static final int DUMMY_IDS_FROM_HARD_FORK = 11;

  private final EraOptions options;

  Extras(EraOptions options) {
    this.options = options;
  }

  /** Gives {@code draft} extra and unlock time of its hard fork. */
  void dress(Draft draft, Site site) {
    draft.extra = style(draft, site);
    if (options.has(Feature.UNLOCK_TIMES) && site.chance(1, 100)) {
      draft.unlockTime = unlockTime(site);
    }
  }

  private ExtraStyle style(Draft draft, Site site) {
    if (options.has(Feature.ODD_EXTRA) && site.chance(1, 100)) {
      return oddStyle(site);
    }
    if (draft.version == 2 && draft.pays.size() > 2 && site.chance(30, 100)) {
      return ExtraStyle.ADDITIONAL_KEYS;
    }
    if (!options.has(Feature.PAYMENT_IDS)) {
      return ExtraStyle.KEY;
    }
    if (site.hardFork >= DUMMY_IDS_FROM_HARD_FORK) {
      return draft.pays.size() == 2 && site.chance(97, 100)
          ? ExtraStyle.ENCRYPTED_PAYMENT_ID
          : ExtraStyle.KEY;
    }
    int dice = site.random.nextInt(100);
    if (dice < 25) {
      return ExtraStyle.PLAIN_PAYMENT_ID;
    }
    return dice < 35 && site.hardFork >= 4 ? ExtraStyle.ENCRYPTED_PAYMENT_ID : ExtraStyle.KEY;
  }

  private static ExtraStyle oddStyle(Site site) {
    return switch (site.random.nextInt(5)) {
      case 0 -> ExtraStyle.PADDING;
      case 1 -> ExtraStyle.MINER_GATE;
      case 2 -> ExtraStyle.TWO_KEYS;
      case 3 -> ExtraStyle.MERGE_MINING;
      default -> ExtraStyle.UNREADABLE;
    };
  }

  /**
   * Mostly a small number that means nothing; else a later block, or a time nobody lives to see.
   */
  private static long unlockTime(Site site) {
    int dice = site.random.nextInt(100);
    if (dice < 70) {
      return site.between(1, 15);
    }
    return dice < 90 ? site.height + site.between(20, 200) : 4_102_444_800L;
  }
}
