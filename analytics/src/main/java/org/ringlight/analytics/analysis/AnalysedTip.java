package org.ringlight.analytics.analysis;

import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;

/**
 * The block up to which the findings go. After a reorganisation they may rest on blocks that are
 * gone, until the next analysis takes them back: until then nobody may hand them on as proven.
 */
public final class AnalysedTip {

  private AnalysedTip() {}

  /**
   * That block; empty where nothing was analysed.
   *
   * @throws ConfigurationInvalid where it is not on the chain any more
   */
  public static Optional<Tip> of(Lake lake) {
    Optional<Tip> analysed = lake.tip(Namespace.FINDINGS);
    analysed.ifPresent(tip -> requireOnChain(lake, tip));
    return analysed;
  }

  private static void requireOnChain(Lake lake, Tip analysed) {
    try (Snapshot chain = lake.current(Namespace.XMR).orElse(null)) {
      if (chain != null && isOnChain(chain, analysed)) {
        return;
      }
    }
    throw new ConfigurationInvalid(
        "the block that was analysed last is not on the chain any more",
        "height " + analysed.height(),
        "run ringlight analyze");
  }

  private static boolean isOnChain(Snapshot chain, Tip analysed) {
    try (Rows<BlockRow> rows = chain.scan(BlockRow.TABLE, analysed.height(), analysed.height())) {
      return rows.hasNext() && rows.next().hash().equals(analysed.hash());
    }
  }
}
