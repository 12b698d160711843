package org.ringlight.analytics.bitcoin.taint;

/**
 * What became of the coins of a source, in satoshi. Of a method that conserves them, all of them is
 * unspent, paid as fees, arrived or replaced; of poison nothing adds up.
 *
 * @param name of the source
 * @param stolen what its outputs were worth
 * @param unspent what lies in unspent outputs
 * @param fees what fees took and nobody received
 * @param arrived what reached an address where taint ends
 * @param replaced what lay in outputs that are themselves of a source: they are that one's whole
 */
public record SourceTotals(
    String name, long stolen, long unspent, long fees, long arrived, long replaced) {

  /** What is accounted for. */
  public long accounted() {
    return Math.addExact(Math.addExact(unspent, fees), Math.addExact(arrived, replaced));
  }
}
