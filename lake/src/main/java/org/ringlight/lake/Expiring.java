package org.ringlight.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringlight.lake.iceberg.Leftovers;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/**
 * One expiry: first tips leave the table of tips, then each table forgets the snapshots that
 * nothing kept names, then the files go that no snapshot leads to. Every step looks anew at what is
 * there, so that the next expiry finishes what one that died began.
 */
final class Expiring {

  /** How long a reader may take to choose its tip; it takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Warehouse warehouse;
  private final Namespace namespace;
  private final CommitSteps steps;
  private final TipLog log;
  private final Leases leases;
  private final Pins pins;

  Expiring(Warehouse warehouse, Namespace namespace, CommitSteps steps) {
    this.warehouse = warehouse;
    this.namespace = namespace;
    this.steps = steps;
    this.log = new TipLog(warehouse, namespace);
    this.leases = new Leases(warehouse.folder(namespace), warehouse.files());
    this.pins = new Pins(warehouse.folder(namespace), warehouse.files());
  }

  Expiry run(ExpiryPolicy policy) {
    List<Tip> all = log.all();
    Set<Long> kept =
        Stream.concat(policy.kept(all, Instant.now()).stream(), held(Duration.ZERO).stream())
            .map(Tip::number)
            .collect(Collectors.toSet());
    List<Tip> left = all.stream().filter(tip -> kept.contains(tip.number())).toList();
    int removed = all.size() - left.size();
    if (removed > 0) {
      log.keep(left, steps);
    }
    // who leased before the table of tips was written anew is seen here; who leases after it
    // finds only what is left
    Optional<List<Tip>> leased = leases.held(PATIENCE);
    steps.reached("leases");
    if (leased.isEmpty()) {
      return new Expiry(left.size(), removed, 0, 0, 0, false);
    }
    List<Tip> needed = new ArrayList<>(left);
    needed.addAll(leased.get());
    pins.all().forEach(pin -> needed.add(pin.tip()));
    return clean(left.size(), removed, needed);
  }

  /** The tips that are pinned, and those that readers hold as far as can be seen at once. */
  private List<Tip> held(Duration patience) {
    List<Tip> held = new ArrayList<>(leases.held(patience).orElse(List.of()));
    pins.all().forEach(pin -> held.add(pin.tip()));
    return held;
  }

  private Expiry clean(int tipsKept, int tipsRemoved, List<Tip> needed) {
    int snapshots = 0;
    for (Table<?> table : namespace.tables()) {
      Set<Long> kept =
          needed.stream()
              .map(tip -> tip.snapshots().get(table.name()))
              .filter(Objects::nonNull)
              .collect(Collectors.toSet());
      snapshots += new Leftovers(warehouse, table).forgetSnapshotsExcept(kept);
      steps.reached("snapshots " + table);
    }
    snapshots += new Leftovers(warehouse, log.table()).forgetSnapshotsExcept(Set.of());
    steps.reached("snapshots " + log.table());
    long files = 0;
    long bytes = 0;
    if (snapshots > 0) {
      for (Table<?> table :
          Stream.concat(namespace.tables().stream(), Stream.of(log.table())).toList()) {
        Leftovers.Deleted deleted = new Leftovers(warehouse, table).deleteUnreachable();
        files += deleted.files();
        bytes += deleted.bytes();
        steps.reached("leftovers " + table);
      }
    }
    return new Expiry(tipsKept, tipsRemoved, snapshots, files, bytes, true);
  }
}
