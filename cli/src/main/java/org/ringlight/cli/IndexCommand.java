package org.ringlight.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.zmq.Announcements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight index}. */
@Command(
    name = "index",
    description = {
      "Fetches blocks from a node, verifies every hash, and stores what they say in tables.",
      "Run it again to go on where it stopped; after a reorganisation it follows the node's chain.",
      "With --follow it stays, and stores every block as it comes, until Ctrl-C.",
      "Tables may begin at a later height (--from): outputs older than it that rings name are asked"
          + " of the node by name."
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

  @Spec CommandSpec spec;

  @Mixin NodeFlags node;

  @Mixin IndexFlags flags;

  @Option(
      names = "--zmq",
      paramLabel = "tcp://HOST:PORT",
      description = {
        "With --follow: where the node publishes (its --zmq-pub), to hear of blocks at once.",
        "Without it, the node is asked every few seconds."
      })
  @Nullable URI zmq;

  @Override
  public Integer call() {
    Indexing wanted = flags.wanted(spec.commandLine());
    if (!flags.follow && zmq != null) {
      throw wrong("--zmq says how to follow: add --follow");
    }
    return flags.follow ? follow(wanted) : once(wanted);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private int once(Indexing wanted) {
    try (NodeClient client = node.connect(parent.talk());
        Indexer indexer = new Indexer(client, parent.data())) {
      return new IndexRun(parent, Namespace.XMR).run(indexer, wanted);
    }
  }

  private int follow(Indexing wanted) {
    try (Announcements announcements = zmq == null ? null : subscribe(zmq);
        NodeClient client = node.connect(new NodeTalk(parent.talk(), NodeTalk.NOW_AND_THEN));
        Indexer indexer = new Indexer(client, parent.data())) {
      Duration usual = announcements == null ? Following.POLL : Following.POLL_BESIDE_ANNOUNCEMENTS;
      Following following = Following.of(flags.poll(usual), Optional.ofNullable(announcements));
      return new IndexRun(parent, Namespace.XMR).follow(indexer, wanted, following);
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
