package org.ringlight.analytics.spark.contrast;

import java.util.ArrayList;
import java.util.List;

/** All measures, in the order of a report. */
public final class Measures {

  private Measures() {}

  /** Those of whole chains; and, where flows are named, those of flows. */
  public static List<Measure> of(SpendGraph graph, ContrastOptions options) {
    List<Measure> measures =
        new ArrayList<>(
            List.of(
                new Eras(),
                new AnonymitySets(),
                new ProvenShare(),
                new Origins(options.hops()),
                new Destinations(options.hops())));
    options
        .labels()
        .ifPresent(
            file -> {
              FlowCase flows =
                  new FlowCase(graph, Flows.read(file), options.hops(), options.worlds());
              measures.add(new PoisonBound(flows));
              measures.add(new Reach(flows));
              measures.add(new Purity(flows));
              measures.add(new DilutionTime(flows));
              measures.add(new ValueTaint(flows));
              measures.add(new Exposure(flows));
            });
    return List.copyOf(measures);
  }
}
