package org.ringlight.cli.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.failure.Failure;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeInfo;
import org.ringlight.rpc.PageForm;

/** Looks at a node. */
public final class NodeChecks {

  private static final Duration STALE = Duration.ofHours(2);

  private NodeChecks() {}

  /** Everything that a node tells of itself and shows. */
  public static List<Diagnosis> of(NodeClient node, Path data) {
    List<Diagnosis> found = new ArrayList<>();
    NodeInfo info = node.info();
    found.add(
        Diagnosis.good(
            "node",
            node.describe()
                + ", "
                + info.nettype()
                + ", "
                + info.height()
                + " blocks"
                + (info.version().isEmpty() ? "" : ", monerod " + info.version())));
    if (info.restricted()) {
      found.add(
          Diagnosis.doubtful(
              "restricted", "alternative chains and the pool's details are not to be had there"));
    }
    if (info.targetHeight() > info.height()) {
      found.add(
          Diagnosis.doubtful(
              "syncing",
              "the node itself lacks " + (info.targetHeight() - info.height()) + " blocks"));
    }
    found.add(clock(node, info));
    found.add(pages(node));
    network(info, data).ifPresent(found::add);
    return found;
  }

  private static Diagnosis clock(NodeClient node, NodeInfo info) {
    HeaderFacts top = node.headers(info.height() - 1, info.height() - 1).get(0);
    Duration age = Duration.between(Instant.ofEpochSecond(top.timestamp()), Instant.now());
    if (age.compareTo(STALE.negated()) < 0) {
      return Diagnosis.bad(
          "clock",
          "the newest block is "
              + age.negated().toMinutes()
              + " minutes ahead of this"
              + " machine; set its clock");
    }
    return age.compareTo(STALE) > 0
        ? Diagnosis.doubtful("newest block", age.toHours() + " hours old")
        : Diagnosis.good("newest block", age.toMinutes() + " minutes old");
  }

  private static Diagnosis pages(NodeClient node) {
    try {
      node.page(1, PageForm.FULL);
      return Diagnosis.good("pages", "the node gives whole blocks");
    } catch (Failure e) {
      return Diagnosis.doubtful(
          "pages", "the node has pruned its blocks; indexing works and is slower");
    }
  }

  private static Optional<Diagnosis> network(NodeInfo info, Path data) {
    if (!Lake.isThere(data)) {
      return Optional.empty();
    }
    try (Lake lake = Lake.openExisting(data)) {
      return lake.identity(Namespace.XMR)
          .map(ChainIdentity::network)
          .filter(stored -> !stored.equals(info.nettype()))
          .map(
              stored ->
                  Diagnosis.bad(
                      "network",
                      "the tables hold "
                          + stored
                          + ", the node "
                          + info.nettype()
                          + "; use another node or another --data"));
    }
  }
}
