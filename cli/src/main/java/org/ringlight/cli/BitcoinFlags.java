package org.ringlight.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Trust;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;
import org.ringlight.rpc.bitcoin.BitcoinNode;
import org.ringlight.rpc.bitcoin.BlockFiles;
import picocli.CommandLine.Option;

/** Where Bitcoin's blocks come from. In the environment, {@code RINGLIGHT_BTC_NODE}. */
final class BitcoinFlags {

  @Option(
      names = {"--node", "--btc-node"},
      paramLabel = "URL",
      description = "A node that speaks Bitcoin Core's JSON-RPC, such as http://127.0.0.1:8332.")
  @Nullable String url;

  @Option(
      names = {"--rpc-login-file", "--btc-rpc-login-file"},
      paramLabel = "FILE",
      description = {
        "The node's cookie (.cookie in its data folder), or a file with user:password."
      })
  @Nullable Path loginFile;

  @Option(
      names = {"--node-certificate", "--btc-node-certificate"},
      paramLabel = "SHA256",
      description = {
        "For https: the fingerprint of the one certificate to accept, self-signed or not.",
        "Without it, the authorities that Java knows."
      })
  @Nullable String certificate;

  @Option(
      names = "--blocks-dir",
      paramLabel = "DIR",
      description = {
        "In place of a node: the folder blocks of Bitcoin Core's data, with its blk*.dat files and"
            + " its xor.dat."
      })
  @Nullable Path blocksDir;

  /**
   * What was named; a folder goes before a node.
   *
   * @param silence how long nothing more is said of a node in trouble after something was
   */
  BitcoinBlocks connect(PrintWriter talk, Duration silence) {
    if (blocksDir != null) {
      BlockFiles files = BlockFiles.open(blocksDir);
      sayIfIncomplete(files, talk);
      return files;
    }
    if (url == null) {
      throw new ConfigurationInvalid(
          "no source of blocks given",
          "--node or --blocks-dir",
          "add --node http://127.0.0.1:8332, or set RINGLIGHT_BTC_NODE, or name the folder of a"
              + " node's block files");
    }
    try {
      NodeOptions options = NodeOptions.parse(url);
      if (certificate != null) {
        options = options.withTrust(new Trust.Pinned(certificate));
      }
      return BitcoinNode.connect(
          options, Optional.ofNullable(loginFile), new NodeTalk(talk, silence));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationInvalid(
          String.valueOf(e.getMessage()), "--node", "see ringlight index-btc --help", e);
    }
  }

  private static void sayIfIncomplete(BlockFiles files, PrintWriter talk) {
    if (files.blocksUnconnected() > 0) {
      talk.printf(
          Locale.ROOT,
          "%,d of %,d blocks in %s are not used: between them and the first one a block is missing"
              + " or damaged. The chain in the files ends at height %,d.%n",
          files.blocksUnconnected(),
          files.blocksFound(),
          files.name(),
          files.tipHeight());
    }
  }
}
