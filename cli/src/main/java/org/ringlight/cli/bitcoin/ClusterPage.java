package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ringlight.analytics.bitcoin.cluster.Clusters;
import org.ringlight.analytics.bitcoin.read.OutputPlaces;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.run.Clustering;
import org.ringlight.analytics.bitcoin.run.TaggedClusters;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinRefusedMergeRow;
import org.ringlight.lake.table.Namespace;

/** The clusters of some addresses: size, members, and what was not joined to them. */
final class ClusterPage {

  static final String MEMBERS = "members";

  private static final int AT_A_TIME = 10_000;

  private final BitcoinTables tables;
  private final Clustering found;
  private final TaggedClusters owners;
  private final long most;
  private final OutputPlaces names;

  /**
   * @param most how many members of a cluster are listed
   */
  ClusterPage(BitcoinTables tables, Clustering found, Tags tags, long most) {
    this.tables = tables;
    this.found = found;
    this.owners = new TaggedClusters(found.clusters(), tags);
    this.most = most;
    this.names = new OutputPlaces(tables.lookup().tables());
  }

  /** How many addresses are in clusters of at least two. */
  static long clustered(Clustering found) {
    Clusters clusters = found.clusters();
    long others = 0;
    for (int address = 0; address < clusters.size(); address++) {
      others += clusters.find(address) == address ? 0 : 1;
    }
    return others + found.joined().cardinality();
  }

  Sections of(Map<String, Long> asked) {
    Sections page = new Sections();
    page.head().put("guarantee", "statistical");
    Map<Integer, List<Integer>> members = members(Set.copyOf(asked.values()));
    Map<Integer, Long> sizes = sizes(members.keySet());
    Map<Integer, String> texts = new LinkedHashMap<>();
    members.keySet().forEach(cluster -> texts.put(cluster, text(cluster)));
    ArrayNode clusters =
        page.list("clusters", "asked", "cluster", "owner", "addresses", "guarantee");
    asked.forEach(
        (address, id) -> {
          int cluster = found.clusters().find(Math.toIntExact(id));
          clusters
              .addObject()
              .put("asked", address)
              .put("cluster", texts.get(cluster))
              .put("owner", owners.ownerName(id).orElse(null))
              .put("addresses", sizes.get(cluster))
              .put("guarantee", "statistical");
        });
    list(page.list(MEMBERS, "cluster", "address", "guarantee"), members, texts);
    refused(page, texts);
    return page;
  }

  private Map<Integer, List<Integer>> members(Set<Long> asked) {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (long id : new TreeSet<>(asked)) {
      members.put(found.clusters().find(Math.toIntExact(id)), new ArrayList<>());
    }
    for (int address = 0; address < found.clusters().size(); address++) {
      List<Integer> of = members.get(found.clusters().find(address));
      if (of != null && of.size() < most) {
        of.add(address);
      }
    }
    return members;
  }

  private Map<Integer, Long> sizes(Set<Integer> wanted) {
    Map<Integer, Long> sizes = new LinkedHashMap<>();
    for (int address = 0; address < found.clusters().size(); address++) {
      int cluster = found.clusters().find(address);
      if (wanted.contains(cluster)) {
        sizes.merge(cluster, 1L, Long::sum);
      }
    }
    return sizes;
  }

  private String text(int address) {
    return Objects.requireNonNull(names.addresses(address).get((long) address));
  }

  private void list(
      ArrayNode rows, Map<Integer, List<Integer>> members, Map<Integer, String> texts) {
    members.forEach(
        (cluster, addresses) -> {
          for (int from = 0; from < addresses.size(); from += AT_A_TIME) {
            List<Integer> some =
                addresses.subList(from, Math.min(addresses.size(), from + AT_A_TIME));
            Map<Long, String> found =
                names.addresses(some.stream().mapToLong(Integer::longValue).toArray());
            some.forEach(
                address ->
                    rows.addObject()
                        .put("cluster", texts.get(cluster))
                        .put("address", found.get(address.longValue()))
                        .put("guarantee", "statistical"));
          }
        });
  }

  /** What this run refused, and in the tables what earlier ones did before it went on from them. */
  private void refused(Sections page, Map<Integer, String> texts) {
    ArrayNode rows = page.list("refused_merges", "cluster", "transaction", "height", "reason");
    if (found.keptUpTo() >= 0) {
      earlier(rows, texts);
    }
    found
        .refused()
        .forEach(
            refused ->
                refused.clusters().stream()
                    .map(found.clusters()::find)
                    .distinct()
                    .filter(texts::containsKey)
                    .forEach(
                        cluster ->
                            rows.addObject()
                                .put("cluster", texts.get(cluster))
                                .put("transaction", refused.transaction().toString())
                                .put("height", refused.height())
                                .put("reason", refused.reason().word())));
  }

  private void earlier(ArrayNode rows, Map<Integer, String> texts) {
    try (Snapshot findings = tables.lake().current(Namespace.BTC_FINDINGS).orElseThrow();
        Rows<BitcoinRefusedMergeRow> refused =
            findings.scan(BitcoinRefusedMergeRow.TABLE, 0, found.keptUpTo())) {
      List<BitcoinRefusedMergeRow> chunk = new ArrayList<>();
      while (refused.hasNext()) {
        chunk.add(refused.next());
        if (chunk.size() == AT_A_TIME || !refused.hasNext()) {
          earlier(rows, texts, chunk);
          chunk.clear();
        }
      }
    }
  }

  /** The names that a cluster had are addresses in it still. */
  private void earlier(
      ArrayNode rows, Map<Integer, String> texts, List<BitcoinRefusedMergeRow> refused) {
    Set<String> former = new TreeSet<>();
    refused.forEach(row -> former.addAll(row.clusters()));
    Map<String, Long> ids = tables.lookup().addresses(former);
    for (BitcoinRefusedMergeRow row : refused) {
      row.clusters().stream()
          .filter(ids::containsKey)
          .map(name -> found.clusters().find(Math.toIntExact(ids.getOrDefault(name, -1L))))
          .distinct()
          .filter(texts::containsKey)
          .forEach(
              cluster ->
                  rows.addObject()
                      .put("cluster", texts.get(cluster))
                      .put("transaction", row.txHash().toString())
                      .put("height", row.height())
                      .put("reason", row.reason()));
    }
  }
}
