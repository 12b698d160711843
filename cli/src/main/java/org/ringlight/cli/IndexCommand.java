package org.ringlight.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.zmq.Announcements;
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
      "Run it again to go on where it stopped; after a reorganisation it follows the node's chain.",
      "With --follow it stays, and stores every block as it comes, until Ctrl-C."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight index --node http://127.0.0.1:18081",
      "  ringlight index --node http://one:18081 --node http://two:18081 --to 3000000",
      "  ringlight --data slice index --node http://127.0.0.1:18081 --from 3400000",
      "  ringlight index --node http://127.0.0.1:18081 --follow --zmq tcp://127.0.0.1:18083",
      "",
      "For --zmq the node is started with --zmq-pub:",
      "  monerod --zmq-pub tcp://127.0.0.1:18083"
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

  @Option(
      names = "--follow",
      description = {
        "Stay once everything is there: store each block as it comes, and wait for the node when it"
            + " is away."
      })
  boolean follow;

  @Option(
      names = "--zmq",
      paramLabel = "tcp://HOST:PORT",
      description = {
        "With --follow: where the node publishes (its --zmq-pub), to hear of blocks at once.",
        "Without it, the node is asked every few seconds."
      })
  @Nullable URI zmq;

  @Option(
      names = "--poll",
      paramLabel = "SECONDS",
      description = {
        "With --follow: how often the node is asked in any case. Default: 5, with --zmq 30."
      })
  @Nullable Integer poll;

  @Override
  public Integer call() {
    check();
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
    return follow ? follow(wanted) : once(wanted);
  }

  private void check() {
    requireHeight("--from", from);
    requireHeight("--to", to);
    if (from != null && to != null && from > to) {
      throw wrong("--from " + from + " is above --to " + to);
    }
    if (follow && to != null) {
      throw wrong("--follow goes on for ever, --to ends: give one of them");
    }
    if (!follow && (zmq != null || poll != null)) {
      throw wrong("--zmq and --poll say how to follow: add --follow");
    }
    if (poll != null && poll < 1) {
      throw wrong("--poll is a number of seconds, 1 or more, not " + poll);
    }
  }

  private void requireHeight(String option, @Nullable Long height) {
    if (height != null && height < 0) {
      throw wrong(option + " is a height, 0 or more, not " + height);
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(parent.spec.commandLine(), what);
  }

  private int once(Indexing wanted) {
    try (NodeClient client = node.connect(parent.talk())) {
      return new IndexRun(parent).run(client, parent.data(), wanted);
    }
  }

  private int follow(Indexing wanted) {
    try (Announcements announcements = zmq == null ? null : subscribe(zmq);
        NodeClient client = node.connect(new NodeTalk(parent.talk(), NodeTalk.NOW_AND_THEN))) {
      Duration usual = announcements == null ? Following.POLL : Following.POLL_BESIDE_ANNOUNCEMENTS;
      Following following =
          Following.of(
              poll == null ? usual : Duration.ofSeconds(poll), Optional.ofNullable(announcements));
      return new IndexRun(parent).follow(client, parent.data(), wanted, following);
    }
  }

  private Announcements subscribe(URI publisher) {
    try {
      return Announcements.subscribe(publisher);
    } catch (IllegalArgumentException e) {
      throw wrong("--zmq: " + e.getMessage());
    }
  }
}
