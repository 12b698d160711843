package org.ringlight.analytics.bitcoin.cluster;

/** Takes refused merges in chain order. */
@FunctionalInterface
public interface RefusalSink {

  void accept(RefusedMerge refused);
}
