package org.ringlight.analytics.bitcoin.run;

import java.util.List;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.taint.FeePolicy;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;

/**
 * What is followed, and how.
 *
 * @param caseName under which rows are written
 * @param starts where taint begins
 * @param methods each for itself
 * @param fees which satoshi fees take; empty for what is usual for a method
 * @param until the last block that is read
 */
public record TaintQuestion(
    String caseName,
    List<TaintStart> starts,
    List<TaintMethod> methods,
    Optional<FeePolicy> fees,
    long until) {

  public TaintQuestion {
    starts = List.copyOf(starts);
    methods = List.copyOf(methods);
  }

  TaintPolicy policy(TaintMethod method) {
    TaintPolicy usual = TaintPolicy.of(method);
    return fees.map(usual::with).orElse(usual);
  }
}
