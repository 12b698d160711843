package org.ringlight.cli.truth;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.cli.CtrlC;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.truth.twin.TwinChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight truth twin}. */
@Command(
    name = "twin",
    description = {
      "Tells a chain whose every true spend is known once more on Bitcoin: blk00000.dat, blocks of"
          + " btcd's simnet that a node accepts, in which every payment has a twin with the same"
          + " inputs and outputs, each input spending the twin of what was truly spent.",
      "twin.csv says which output is whose twin; theft.csv, where the story has a thief, names the"
          + " theft on both chains for contrast --label.",
      "The tables must begin with the chain. Amounts come from outputs.csv beside the truth;"
          + " without it hidden ones are split evenly. The same input makes the same bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight --data .ringlight/demo truth twin --truth .ringlight/demo/truth.csv --out twin",
      "  ringlight truth twin --data village-tables --truth village/truth.csv --out village/twin",
      "  ringlight --data both index-btc --blocks-dir twin"
    })
final class TruthTwinCommand implements Callable<Integer> {

  @ParentCommand TruthCommand truth;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "The true spends, as the commands that make chains write them.")
  Path file = Path.of("truth.csv");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A new or empty folder for the files.")
  Path out = Path.of("twin");

  @Override
  public Integer call() {
    AtomicLong done = new AtomicLong();
    AtomicBoolean stopped = new AtomicBoolean();
    CtrlC.does(() -> stopped.set(true));
    try (Lake lake = Lake.openExisting(truth.parent.data());
        Snapshot tables = tables(lake)) {
      long blocks = tables.count(BlockRow.TABLE);
      TwinChain.Written written =
          Ticker.during(
              truth.parent.progress(),
              truth.parent.talk(),
              () -> new Stand("twin", "blocks", done.get(), blocks, List.of()),
              () ->
                  TwinChain.write(
                      tables,
                      file,
                      out,
                      height -> {
                        if (stopped.get()) {
                          throw new Interrupted(
                              "stopped; nothing was written", out.toString(), "run it again");
                        }
                        done.set(height);
                      }));
      say(written);
    }
    return ExitCode.DONE;
  }

  private static Snapshot tables(Lake lake) {
    return lake.current(Namespace.XMR)
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "nothing is indexed there",
                    lake.folder().toString(),
                    "index the told chain first (ringlight index), or give another --data"));
  }

  private void say(TwinChain.Written twin) {
    truth
        .parent
        .out()
        .printf(
            Locale.ROOT,
            "%,d transactions, %,d spends and %,d outputs have their twins: %,d blocks of simnet in"
                + " %s, the last one %s.%n%s%n",
            twin.transactions(),
            twin.spends(),
            twin.outputs(),
            twin.blocks(),
            out.resolve("blk00000.dat"),
            twin.tip(),
            twin.theft()
                ? "The theft on both chains is in " + out.resolve("theft.csv") + "."
                : "Nothing that an exchange paid became a thief's: there is no theft.csv.");
    truth.parent.out().flush();
    if (twin.hidden() > 0) {
      truth
          .parent
          .talk()
          .printf(
              Locale.ROOT,
              "Of %,d outputs nobody knows the amount: they share evenly what their transactions"
                  + " leave.%n",
              twin.hidden());
    }
    if (twin.unused() > 0) {
      truth
          .parent
          .talk()
          .printf(
              Locale.ROOT,
              "%,d lines of the truth are about rings that are not in the tables.%n",
              twin.unused());
    }
  }
}
