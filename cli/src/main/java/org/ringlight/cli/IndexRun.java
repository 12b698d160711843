package org.ringlight.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ringlight.cli.progress.ProgressStyle;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.indexer.pipeline.ChainIndexer;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.table.Namespace;

/**
 * An indexing run as a person sees it: progress while it goes on, a summary at its end, and Ctrl-C
 * in between.
 */
final class IndexRun {

  private final Ringlight ringlight;
  private final Namespace namespace;

  /**
   * @param namespace of the tables that are written
   */
  IndexRun(Ringlight ringlight, Namespace namespace) {
    this.ringlight = ringlight;
    this.namespace = namespace;
  }

  int run(ChainIndexer indexer, Indexing wanted) {
    AtomicBoolean stopped = stopOnCtrlC(indexer);
    IndexReport report = catchUp(indexer, wanted);
    if (stopped.get()) {
      ringlight.talk().println("Stopped; run the same command again to go on.");
      return ExitCode.INTERRUPTED;
    }
    return report.quarantined() > 0 ? ExitCode.QUARANTINED : ExitCode.DONE;
  }

  /** Catches up and follows, until Ctrl-C. */
  int follow(ChainIndexer indexer, Indexing wanted, Following following) {
    AtomicBoolean stopped = stopOnCtrlC(indexer);
    try {
      catchUp(indexer, wanted);
    } catch (NodeUnreachable e) {
      ringlight.talk().println("ringlight: " + e.getMessage());
    }
    if (!stopped.get()) {
      ringlight.talk().println("Following; Ctrl-C ends it.");
      stay(indexer, wanted, following);
    }
    ringlight.talk().println("Stopped; run the same command again to go on.");
    return ExitCode.INTERRUPTED;
  }

  private void stay(ChainIndexer indexer, Indexing wanted, Following following) {
    boolean lines = ringlight.progress().isLines();
    FollowTalk talk =
        new FollowTalk(
            ringlight.talk(), lines ? FollowTalk.Blocks.SAID : FollowTalk.Blocks.COUNTED);
    IndexReport report =
        Ticker.during(
            lines ? ProgressStyle.OFF : ringlight.progress(),
            ringlight.talk(),
            talk::stand,
            () -> indexer.follow(wanted, following, talk));
    ringlight.talk().println(summary(report));
  }

  private static AtomicBoolean stopOnCtrlC(ChainIndexer indexer) {
    AtomicBoolean stopped = new AtomicBoolean();
    CtrlC.does(
        () -> {
          stopped.set(true);
          indexer.stop();
        });
    return stopped;
  }

  private IndexReport catchUp(ChainIndexer indexer, Indexing wanted) {
    IndexReport report =
        Ticker.during(
            ringlight.progress(),
            ringlight.talk(),
            () -> stand(indexer.progress().stand()),
            () -> indexer.run(wanted));
    ringlight.talk().println(summary(report));
    return report;
  }

  private static Stand stand(IndexProgress.Stand now) {
    return new Stand(
        now.rebuilding() ? "making the maps of ids anew" : "index",
        "blocks",
        now.storedBlocks(),
        now.wantedBlocks(),
        List.of(
            new Stand.Figure("tx", now.transactions(), Stand.Kind.COUNT_PER_SECOND),
            new Stand.Figure("bytes", now.fetchedBytes(), Stand.Kind.BYTES_PER_SECOND),
            new Stand.Figure("pages waiting", now.waitingPages(), Stand.Kind.AS_IT_IS)));
  }

  private String summary(IndexReport report) {
    double seconds = Math.max(0.001, report.took().toMillis() / 1000.0);
    StringBuilder words = new StringBuilder();
    if (report.rolledBack() > 0) {
      words.append(
          String.format(
              Locale.ROOT,
              "The node's chain had left %,d stored blocks; they were rolled back%s.%n",
              report.rolledBack(),
              namespace == Namespace.XMR ? " and are kept in xmr.alt_blocks" : ""));
    }
    words.append(
        report.blocks() == 0
            ? "Nothing new."
            : String.format(
                Locale.ROOT,
                "Stored %,d blocks with %,d transactions in %.1f s (%,.0f tx/s), every hash"
                    + " verified.",
                report.blocks(),
                report.transactions(),
                seconds,
                report.transactions() / seconds));
    words.append(
        String.format(Locale.ROOT, " Tip: height %d, %s.", report.tipHeight(), report.tipHash()));
    if (report.branchBlocks() > 0) {
      words.append(
          String.format(
              Locale.ROOT,
              "%nKept %,d blocks of other branches that the node knows (xmr.alt_blocks).",
              report.branchBlocks()));
    }
    report.notes().forEach(note -> words.append(String.format(Locale.ROOT, "%n%s", note)));
    if (report.quarantined() > 0) {
      words.append(
          String.format(
              Locale.ROOT,
              "%nQuarantined %,d transactions; see: ringlight sql \"SELECT height, %s, reason FROM"
                  + " %s.quarantine\"",
              report.quarantined(),
              namespace == Namespace.XMR ? "hex(tx_hash)" : "place",
              namespace.sqlName()));
    }
    return words.toString();
  }
}
