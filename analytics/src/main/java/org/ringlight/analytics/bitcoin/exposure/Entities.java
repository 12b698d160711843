package org.ringlight.analytics.bitcoin.exposure;

/** Who owns an address: a cluster's number, or the address itself where nothing was clustered. */
@FunctionalInterface
public interface Entities {

  /** Nobody known. */
  long UNKNOWN = -1;

  /**
   * The entity of an address.
   *
   * @param address at least 0
   * @return at least 0, or {@link #UNKNOWN}
   */
  long entityOf(long address);
}
