package org.ringlight.lake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.table.Namespace;

/** The tips of a namespace that can be read: those in the table of tips, and those pinned. */
final class KeptTips {

  private final TipLog log;
  private final Pins pins;
  private final Namespace namespace;

  KeptTips(Warehouse warehouse, Namespace namespace) {
    this.log = new TipLog(warehouse, namespace);
    this.pins = new Pins(warehouse.folder(namespace), warehouse.files());
    this.namespace = namespace;
  }

  /** All, oldest first. */
  List<Tip> all() {
    Map<Long, Tip> byNumber = new TreeMap<>();
    log.all().forEach(tip -> byNumber.put(tip.number(), tip));
    // one that was pinned while its row was being removed has no row
    pins.all().forEach(pin -> byNumber.putIfAbsent(pin.tip().number(), pin.tip()));
    return List.copyOf(byNumber.values());
  }

  /** Requires {@code tip} to be kept; the caller holds a lease. */
  void require(Tip tip) {
    if (!log.newest().filter(tip::equals).isPresent() && !all().contains(tip)) {
      throw new StoreUnavailable(
          "this commit is no longer kept",
          namespace.sqlName() + " at commit " + tip.number() + ", height " + tip.height(),
          "use a newer commit, or --at-height");
    }
  }
}
