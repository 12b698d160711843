package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.exposure.SourceExposure;
import org.ringlight.analytics.bitcoin.read.OutputPlaces;
import org.ringlight.analytics.bitcoin.run.Following;
import org.ringlight.analytics.bitcoin.run.TaggedClusters;
import org.ringlight.analytics.bitcoin.run.TaintRun;
import org.ringlight.analytics.bitcoin.run.TaintedPlace;
import org.ringlight.analytics.bitcoin.taint.SourceTotals;

/** What became of followed coins, in lists. */
final class TaintPage {

  static final String OUTPUTS = "outputs";
  static final String HOLDERS = "holders";
  static final String SERVICES = "services";
  static final String TOTALS = "totals";
  static final List<String> LISTS = List.of(OUTPUTS, HOLDERS, SERVICES, TOTALS);

  private static final String CONDITIONAL = "conditional";

  private final TaintRun run;
  private final TaggedClusters owners;
  private final long least;
  private final OutputPlaces names;

  /**
   * @param least outputs with less taint are not listed
   */
  TaintPage(BitcoinTables tables, TaintRun run, TaggedClusters owners, long least) {
    this.run = run;
    this.owners = owners;
    this.least = least;
    this.names = new OutputPlaces(tables.lookup().tables());
  }

  private record Holding(long outputs, long tainted) {
    Holding and(Holding other) {
      return new Holding(outputs + other.outputs, Math.addExact(tainted, other.tainted));
    }
  }

  Sections of(String caseName) {
    Sections page = new Sections();
    page.head()
        .put("case", caseName)
        .put("guarantee", CONDITIONAL)
        .put("unit", "satoshi")
        .put("until_height", run.until());
    assumptions(page);
    totals(page);
    services(page);
    ArrayNode holders =
        page.list(HOLDERS, "method", "cluster", "owner", "outputs", "tainted", "guarantee");
    ArrayNode outputs =
        page.list(
            OUTPUTS,
            "method",
            "source",
            "transaction",
            "index",
            "height",
            "address",
            "owner",
            "place",
            "tainted",
            "value",
            "guarantee");
    for (Following following : run.followings()) {
      Map<Long, Holding> held = new TreeMap<>();
      following.forEach(
          place -> {
            held.merge(place.cluster(), new Holding(1, place.tainted()), Holding::and);
            if (place.tainted() >= least) {
              output(outputs.addObject(), following, place);
            }
          });
      holders(holders, following, held);
    }
    return page;
  }

  private void assumptions(Sections page) {
    ArrayNode rows = page.list("assumptions", "method", "guarantee", "assumption");
    run.followings()
        .forEach(
            one ->
                rows.addObject()
                    .put("method", one.method().word())
                    .put("guarantee", CONDITIONAL)
                    .put("assumption", one.assumption()));
  }

  private void totals(Sections page) {
    ArrayNode rows =
        page.list(
            TOTALS,
            "method",
            "source",
            "stolen",
            "unspent",
            "fees",
            "at_services",
            "replaced",
            "guarantee");
    for (Following following : run.followings()) {
      for (SourceTotals source : following.totals()) {
        rows.addObject()
            .put("method", following.method().word())
            .put("source", source.name())
            .put("stolen", source.stolen())
            .put("unspent", source.unspent())
            .put("fees", source.fees())
            .put("at_services", source.arrived())
            .put("replaced", source.replaced())
            .put("guarantee", CONDITIONAL);
      }
    }
  }

  private void services(Sections page) {
    ArrayNode rows =
        page.list(
            SERVICES,
            "method",
            "owner",
            "category",
            "tainted",
            "direct",
            "indirect",
            "percent",
            "at_most",
            "guarantee");
    List<OptionalLong> bounds = new ArrayList<>();
    for (int owner = 0; owner < owners.categories().size(); owner++) {
      bounds.add(run.bound(owner));
    }
    for (Following following : run.followings()) {
      SourceExposure.Report report = following.exposure().orElse(null);
      long[] sums = following.byOwner();
      for (int owner = 0; owner < sums.length; owner++) {
        if (sums[owner] > 0 || bounds.get(owner).orElse(0) > 0) {
          ObjectNode row = service(rows, following, owners.categories().get(owner));
          row.put("category", owners.tags().categories().get(owner)).put("tainted", sums[owner]);
          if (report != null) {
            row.put("direct", report.direct()[owner])
                .put("indirect", report.indirect()[owner])
                .put("percent", percent(report, sums[owner]));
          } else {
            row.putNull("direct").putNull("indirect").putNull("percent");
          }
          OptionalLong bound = bounds.get(owner);
          row.put("at_most", bound.isPresent() ? bound.getAsLong() : null)
              .put("guarantee", CONDITIONAL);
        }
      }
      if (report != null) {
        rest(rows, following, "unspent", report, report.unspent());
        rest(rows, following, "fees", report, report.fees());
        rest(rows, following, "returned", report, report.returned());
      }
    }
  }

  private static ObjectNode service(ArrayNode rows, Following following, @Nullable String owner) {
    return rows.addObject().put("method", following.method().word()).put("owner", owner);
  }

  /** What reached nobody tagged, so that the lines of a method are together 100 %. */
  private static void rest(
      ArrayNode rows, Following following, String why, SourceExposure.Report report, long amount) {
    service(rows, following, null)
        .put("category", "unattributed: " + why)
        .put("tainted", amount)
        .putNull("direct")
        .putNull("indirect")
        .put("percent", percent(report, amount))
        .putNull("at_most")
        .put("guarantee", CONDITIONAL);
  }

  private static double percent(SourceExposure.Report report, long amount) {
    return Math.round(report.share(amount) * 1_000_000) / 10_000.0;
  }

  private void holders(ArrayNode rows, Following following, Map<Long, Holding> held) {
    Map<Long, String> texts =
        names.addresses(
            held.keySet().stream().filter(id -> id >= 0).mapToLong(Long::longValue).toArray());
    held.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<Long, Holding> one) -> one.getValue().tainted(),
                Comparator.reverseOrder()))
        .forEach(
            one ->
                rows.addObject()
                    .put("method", following.method().word())
                    .put("cluster", one.getKey() < 0 ? null : texts.get(one.getKey()))
                    .put(
                        "owner",
                        one.getKey() < 0 ? null : owners.ownerName(one.getKey()).orElse(null))
                    .put("outputs", one.getValue().outputs())
                    .put("tainted", one.getValue().tainted())
                    .put("guarantee", CONDITIONAL));
  }

  private static void output(ObjectNode row, Following following, TaintedPlace place) {
    row.put("method", following.method().word())
        .put("source", place.source())
        .put("transaction", place.where().transaction().toString())
        .put("index", place.where().index())
        .put("height", place.where().height())
        .put("address", place.where().address())
        .put("owner", place.owner().orElse(null))
        .put("place", place.kind().word())
        .put("tainted", place.tainted())
        .put("value", place.where().value())
        .put("guarantee", CONDITIONAL);
  }
}
