package org.ringlight.analytics.proof;

import org.ringlight.lake.table.FindingId;

/**
 * A finding that does not follow from the tables.
 *
 * @param where what it is about
 * @param problem what is wrong with it
 */
public record Rejection(FindingId finding, String where, String problem) {

  @Override
  public String toString() {
    return DerivationText.printable("finding " + finding + " [" + where + "]: " + problem);
  }
}
