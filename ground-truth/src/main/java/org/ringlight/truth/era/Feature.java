package org.ringlight.truth.era;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringlight.failure.ConfigurationInvalid;

/** What an era chain has unless it is told to be without. */
public enum Feature {
  /** Tagged outputs from hard fork 15 on; without it they stay as they were. */
  VIEW_TAGS,
  /** A second chain that leaves the first at the height of {@code --fork-at}. */
  FORKS,
  /** Rings that form a closed set without any two being equal. */
  CYCLES,
  /** As many equal rings as they have members. */
  IDENTICAL,
  /** Weeks in which one owner makes most of the transactions. */
  FLOODS,
  /** Wallets that keep their decoys for days. */
  CACHED_DECOYS,
  /** Wallets that use the same decoys in all rings of a transaction. */
  DIFFER_BY_ONE,
  /** Coinbase outputs of the same key, of which only one can ever be spent. */
  DUPLICATE_KEYS,
  /** Payment ids, plain and encrypted. */
  PAYMENT_IDS,
  /** Blocks that pay dozens of miners directly, and their sweeps. */
  P2POOL,
  /** Rings whose offsets wrap around, and rings that name a member twice. */
  WRAPPING,
  /** Extra fields that no current wallet writes. */
  ODD_EXTRA,
  /** Unlock times that mean nothing, and some that do. */
  UNLOCK_TIMES,
  /** Wallets that draw their decoys uniformly whatever the year. */
  THIRD_PARTY,
  /** Rings of a single member after hard fork 1, of amounts that cannot be mixed. */
  UNMIXABLE;

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The feature of this name.
   *
   * @throws ConfigurationInvalid if there is none
   */
  public static Feature parse(String word) {
    return Arrays.stream(values())
        .filter(feature -> feature.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "there is no feature '" + word + "'", "--without", "choose from " + words()));
  }

  /** All names, with commas. */
  public static String words() {
    return Arrays.stream(values()).map(Feature::word).collect(Collectors.joining(", "));
  }
}
