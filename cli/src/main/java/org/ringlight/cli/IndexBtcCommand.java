package org.ringlight.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringlight.indexer.bitcoin.BitcoinIndexer;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight index-btc}. */
@Command(
    name = "index-btc",
    description = {
      "Reads Bitcoin's blocks from a node, or from the files in which Bitcoin Core keeps them,"
          + " verifies work, hashes, spends and fees, and stores what they say in tables: every"
          + " input with the output that it spends.",
      "Run it again to go on where it stopped; after a reorganisation it follows the longer chain.",
      "With --follow it stays, and stores every block as it comes, until Ctrl-C."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight index-btc --node http://127.0.0.1:8332 --rpc-login-file ~/.bitcoin/.cookie",
      "  ringlight index-btc --blocks-dir ~/.bitcoin/blocks --to 100000",
      "  ringlight index-btc --node http://127.0.0.1:8332 --rpc-login-file login --follow"
    })
final class IndexBtcCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Mixin BitcoinFlags source;

  @Mixin IndexFlags flags;

  @Override
  public Integer call() {
    Indexing wanted = flags.wanted(spec.commandLine());
    try (BitcoinBlocks blocks =
            source.connect(parent.talk(), flags.follow ? NodeTalk.NOW_AND_THEN : NodeTalk.ALL);
        BitcoinIndexer indexer = new BitcoinIndexer(blocks, parent.data())) {
      IndexRun run = new IndexRun(parent, Namespace.BTC);
      return flags.follow
          ? run.follow(indexer, wanted, Following.of(flags.poll(Following.POLL), Optional.empty()))
          : run.run(indexer, wanted);
    }
  }
}
