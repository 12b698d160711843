package org.ringlight.analytics.bitcoin.taint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/** Taint over a chain that is in memory. */
final class Follow {

  private Follow() {}

  static TaintReport follow(
      TaintPolicy policy, TaintSources sources, List<DrawnTransaction> chain) {
    Taint taint = new Taint(policy, sources);
    chain.forEach(taint::accept);
    return taint.report();
  }

  /** Taint by unspent output. */
  static Map<Long, Long> amounts(TaintReport report) {
    Map<Long, Long> amounts = new TreeMap<>();
    report.forEach(output -> amounts.put(output.output(), output.taint()));
    return amounts;
  }

  static TaintedOutput output(TaintReport report, long number) {
    return Objects.requireNonNull(outputs(report).get(number), () -> "output " + number);
  }

  static Map<Long, TaintedOutput> outputs(TaintReport report) {
    Map<Long, TaintedOutput> outputs = new TreeMap<>();
    report.forEach(output -> outputs.put(output.output(), output));
    return outputs;
  }
}
