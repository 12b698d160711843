package org.ringlight.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.monerojava.WalletRpc;
import org.ringlight.testing.Program;

/**
 * A real wallet over the keys that {@link RegtestNode} mines to. Two of them on two nodes can spend
 * the same output. The running test is skipped, and listed as not run, where there is no
 * monero-wallet-rpc.
 */
public final class RegtestWallet implements AutoCloseable {

  /** Blocks a chain needs before its wallet finds decoys. */
  public static final int BLOCKS_TO_PAY = 115;

  private final Process process;
  private final Path folder;
  private final WalletClient client;

  private RegtestWallet(Process process, Path folder, WalletClient client) {
    this.process = process;
    this.folder = folder;
    this.client = client;
  }

  /** A wallet that has read the node's chain. */
  public static RegtestWallet on(RegtestNode node) {
    Path program = Program.named("monero-wallet-rpc", "monero");
    try {
      Path folder = Files.createTempDirectory("ringlight-wallet-");
      int port = RegtestNode.freePorts(1)[0];
      Process process =
          new ProcessBuilder(
                  List.of(
                      program.toString(),
                      "--wallet-dir",
                      folder.toString(),
                      "--shared-ringdb-dir",
                      folder.resolve("rings").toString(),
                      "--log-file",
                      folder.resolve("log").toString(),
                      "--rpc-bind-port",
                      "" + port,
                      "--disable-rpc-login",
                      "--daemon-address",
                      node.uri().getAuthority(),
                      "--trusted-daemon",
                      "--daemon-ssl",
                      "disabled",
                      "--non-interactive",
                      "--no-dns"))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      awaitPort(port);
      WalletClient client =
          new WalletRpc(URI.create("http://127.0.0.1:" + port), Duration.ofMinutes(2));
      RegtestWallet wallet = new RegtestWallet(process, folder, client);
      client.restore("miner", RegtestNode.MINER, 0);
      wallet.refresh();
      return wallet;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitPort(int port) {
    for (int i = 0; i < 300; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new NodeUnreachable("no wallet", "port " + port, "look at its process");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads new blocks; the first try after a restart of the node finds its connection gone. */
  public void refresh() {
    try {
      client.refresh();
    } catch (NodeUnreachable lostConnection) {
      client.refresh();
    }
  }

  /** Key images of what it can spend now, oldest first. */
  public List<KeyImage> spendable() {
    return client.outputs().stream()
        .filter(output -> output.state() == WalletOutput.State.UNLOCKED)
        .sorted(Comparator.comparingLong(WalletOutput::amountIndex))
        .map(WalletOutput::ownKeyImage)
        .toList();
  }

  /** Spends exactly this output, to itself. */
  public TxHash spend(KeyImage output) {
    return client
        .sweepOutput(output, RegtestNode.MINER.address(), WalletPriority.DEFAULT)
        .sent()
        .get(0)
        .hash();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
