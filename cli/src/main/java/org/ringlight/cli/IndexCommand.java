package org.ringlight.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.Indexing;
import org.ringlight.indexer.Unreadable;
import org.ringlight.rpc.NodeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight index}. */
@Command(
    name = "index",
    description = {
      "Fetches blocks from a node, verifies every hash, and stores what they say in tables.",
      "Run it again to go on where it stopped; after a reorganisation it follows the node's chain."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight index --node http://127.0.0.1:18081",
      "  ringlight index --node http://one:18081 --node http://two:18081 --to 3000000",
      "  ringlight --data slice index --node http://127.0.0.1:18081 --from 3400000"
    })
final class IndexCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Mixin NodeFlags node;

  @Option(
      names = "--from",
      paramLabel = "H",
      description = {
        "The first height to index, for tables of a slice of the chain; they remember it. Outputs",
        "older than H that rings name are asked of the node by name. Default: genesis."
      })
  @Nullable Long from;

  @Option(
      names = "--to",
      paramLabel = "H",
      description = "The last height to index. Default: the node's tip.")
  @Nullable Long to;

  @Option(
      names = "--quarantine",
      description = {
        "Keep the bytes of a transaction that cannot be read in the table xmr.quarantine and go"
            + " on;",
        "without it, indexing stops before that block."
      })
  boolean quarantine;

  @Option(
      names = "--accept-deep-reorg",
      description = {
        "Follow the node's longer chain even where that gives up more than 100 stored blocks,",
        "or where it names less work; without it, that is refused (exit code 3) or left alone."
      })
  boolean acceptDeepReorganisation;

  @Override
  public Integer call() {
    requireHeight("--from", from);
    requireHeight("--to", to);
    if (from != null && to != null && from > to) {
      throw new ParameterException(
          parent.spec.commandLine(), "--from " + from + " is above --to " + to);
    }
    Indexing wanted =
        new Indexing(
            to == null ? OptionalLong.empty() : OptionalLong.of(to),
            quarantine ? Unreadable.QUARANTINE : Unreadable.STOP);
    if (from != null) {
      wanted = wanted.startingAt(from);
    }
    if (acceptDeepReorganisation) {
      wanted = wanted.acceptingDeepReorganisations();
    }
    try (NodeClient client = node.connect(parent.talk())) {
      return new IndexRun(parent).run(client, parent.data(), wanted);
    }
  }

  private void requireHeight(String option, @Nullable Long height) {
    if (height != null && height < 0) {
      throw new ParameterException(
          parent.spec.commandLine(), option + " is a height, 0 or more, not " + height);
    }
  }
}
