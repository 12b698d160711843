package org.ringlight.analytics.finding;

/** Where findings go as they are made. */
@FunctionalInterface
public interface FindingSink {

  void accept(Finding finding);
}
