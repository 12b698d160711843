package org.ringlight.analytics.spark.claims;

/** Which findings a statistic counts; statistical ones never. */
public enum Trust {
  /** Those that follow from consensus rules alone. */
  PROVEN,

  /** Also those that follow from disclosures and assertions. */
  CONDITIONAL
}
