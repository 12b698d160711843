package org.ringlight.cli.truth;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.NodeFlags;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.rpc.NodeClient;
import org.ringlight.truth.check.TruthCheck;
import org.ringlight.truth.era.ServedChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight truth check}. */
@Command(
    name = "check",
    description = {
      "Reads a made chain back from its node and compares truth.csv with it: a line for every ring,"
          + " its key image, index space, place in the ring, output; and that every ring member is"
          + " an output an earlier block made. Owners are on no chain.",
      "Without --node the folder's own chain is served for the time."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight truth check eras",
      "  ringlight truth check theft --node http://127.0.0.1:28081"
    })
final class TruthCheckCommand implements Callable<Integer> {

  @ParentCommand TruthCommand truth;

  @Mixin NodeFlags nodes;

  @Parameters(paramLabel = "DIR", description = "What truth eras or truth regtest wrote.")
  Path folder;

  @Override
  public Integer call() {
    if (nodes.given()) {
      try (NodeClient node = nodes.connect(truth.parent.talk())) {
        return check(node);
      }
    }
    try (ServedChain chain = Serving.serve(truth.parent, folder, OptionalInt.empty())) {
      nodes.use(chain.rpc());
      try (NodeClient node = nodes.connect(truth.parent.talk())) {
        return check(node);
      }
    }
  }

  private int check(NodeClient node) {
    long blocks = node.info().height();
    AtomicLong read = new AtomicLong();
    TruthCheck.Agreed agreed =
        Ticker.during(
            truth.parent.progress(),
            truth.parent.talk(),
            () -> new Stand("check", "blocks", read.get(), blocks, List.of()),
            () -> TruthCheck.run(node, folder.resolve("truth.csv"), read::set));
    truth
        .parent
        .out()
        .printf(
            Locale.ROOT,
            "All %,d rings have a line, and every line agrees with the chain: %,d blocks, %,d"
                + " transactions.%n",
            agreed.rings(),
            agreed.blocks(),
            agreed.transactions());
    truth.parent.out().flush();
    return ExitCode.DONE;
  }
}
