package org.ringlight.analytics.bitcoin.run;

import org.ringlight.analytics.bitcoin.read.Lookup;
import org.ringlight.analytics.bitcoin.taint.TaintSources;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.TxHash;

/** Where taint begins, as people name it. */
public sealed interface TaintStart {

  /** As it was typed: the source's name. */
  String name();

  /**
   * Adds its outputs.
   *
   * @throws ConfigurationInvalid where the tables do not hold them
   */
  void addTo(TaintSources.Builder sources, Lookup lookup);

  /**
   * An output, whole or its first satoshi.
   *
   * @param satoshi how many; {@link #WHOLE} for all
   */
  record Output(String name, TxHash transaction, int index, long satoshi) implements TaintStart {

    /** All of it. */
    public static final long WHOLE = 0;

    @Override
    public void addTo(TaintSources.Builder sources, Lookup lookup) {
      long output = lookup.output(transaction, index);
      if (satoshi == WHOLE) {
        sources.add(name, output);
        return;
      }
      long worth = lookup.value(output);
      if (satoshi > worth) {
        throw new ConfigurationInvalid(
            "more than the output is worth, which is " + worth + " satoshi",
            name,
            "name at most so many, or leave =SATOSHI out for all");
      }
      sources.add(name, output, satoshi);
    }
  }

  /** Every output that is locked to an address. */
  record Address(String name) implements TaintStart {

    @Override
    public void addTo(TaintSources.Builder sources, Lookup lookup) {
      for (long output : lookup.outputsOf(lookup.address(name))) {
        sources.add(name, output);
      }
    }
  }
}
