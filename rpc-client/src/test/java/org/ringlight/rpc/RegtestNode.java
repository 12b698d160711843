package org.ringlight.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.http.JsonCalls;
import org.ringlight.rpc.http.Transport;
import org.ringlight.testing.Program;

/**
 * A real monerod on a chain of its own: regtest, offline, on loopback, in a temporary folder that
 * goes with it. The running test is skipped, and listed as not run, where there is no monerod.
 */
public final class RegtestNode implements AutoCloseable {

  private static final List<String> KEEPING = List.of("--offline", "--keep-alt-blocks");

  /** Keys of the wallet that mines; worth nothing anywhere. */
  static final WalletKeys MINER =
      new WalletKeys(
          "45cCSjPYSXyTnx8DTfxqF8PT7imAcff7sT5tCmSnfjdLT1JCPU3Fr1Q7rDmDPiHeAkGAGaBzjJmY86GV8BJETGViEDZk1Jb",
          "e126fc0adb0eb3189ed5a14569df3412b62f9bbc48c09ec78220b2926cfecf05",
          "209163f82bdd31606093fa4b800941d7bac6a86fdf27a5219988c421e9bfd005");

  private final Path program = Program.named("monerod", "monero");
  private final Path folder;
  private final int[] ports = freePorts(5);
  private final List<String> more;
  private Process process;

  private RegtestNode(Path folder, List<String> more) throws IOException {
    this.folder = folder;
    this.more = more;
    this.process = start(KEEPING);
  }

  /** A node that is up; {@code more} are further options of monerod. */
  public static RegtestNode start(String... more) {
    try {
      RegtestNode node =
          new RegtestNode(Files.createTempDirectory("ringlight-regtest-"), List.of(more));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> node.process.destroyForcibly()));
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(List<String> network) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "--regtest", "--fixed-difficulty", "1"));
    command.addAll(List.of("--keep-fakechain", "--data-dir", folder.toString()));
    command.addAll(List.of("--rpc-bind-port", "" + ports[0], "--non-interactive"));
    command.addAll(List.of("--rpc-restricted-bind-port", "" + ports[1]));
    command.addAll(List.of("--p2p-bind-ip", "127.0.0.1", "--p2p-bind-port", "" + ports[2]));
    command.addAll(List.of("--zmq-rpc-bind-port", "" + ports[3], "--no-igd", "--hide-my-port"));
    command.addAll(List.of("--zmq-pub", zmqPub().toString()));
    command.addAll(List.of("--disable-dns-checkpoints", "--check-updates", "disabled"));
    command.addAll(List.of("--disable-rpc-ban"));
    command.addAll(List.of("--log-file", folder.resolve("log").toString()));
    command.addAll(network);
    command.addAll(more);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out").toFile())
        .start();
  }

  /** Ends the node in order and starts it again, as it was. */
  public void restart() {
    restart(KEEPING);
  }

  /** Ends the node in order and starts it again as its owner would: old branches are dropped. */
  public void restartForgetful() {
    restart(List.of("--offline"));
  }

  /**
   * Lets two nodes hear each other, and nobody else, until they are of one chain. One that had the
   * longer chain knows itself synchronized only when it meets the other anew.
   */
  public static void join(RegtestNode longer, RegtestNode other) {
    other.restartAsPeerOf(longer);
    longer.restartAsPeerOf(other);
    try (NodeClient atLonger = longer.client();
        NodeClient atOther = other.client()) {
      await(() -> atLonger.info().topHash().equals(atOther.info().topHash()));
      longer.restartAsPeerOf(other);
      await(() -> atLonger.info().synchronizedUp() && atOther.info().synchronizedUp());
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("two nodes did not come together");
      }
      try {
        Thread.sleep(250);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private void restartAsPeerOf(RegtestNode other) {
    String address = "127.0.0.1:" + other.ports[2];
    restart(List.of("--keep-alt-blocks", "--add-exclusive-node", address, "--allow-local-ip"));
  }

  private void restart(List<String> network) {
    process.destroy();
    awaitEnd();
    try {
      process = start(network);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client().close();
  }

  private static URI at(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  static int[] freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    int[] ports = new int[count];
    for (int i = 0; i < count; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(socket);
      ports[i] = socket.getLocalPort();
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return ports;
  }

  public URI uri() {
    return at(scheme(), ports[0]);
  }

  /** The port for strangers of the same node. */
  public URI restrictedUri() {
    return at(scheme(), ports[1]);
  }

  /** Where it announces blocks and pool transactions. */
  public URI zmqPub() {
    return at("tcp", ports[4]);
  }

  private String scheme() {
    return more.contains("--rpc-ssl") ? "https" : "http";
  }

  /** A client for this node, which waits until the node is up. */
  public NodeClient client() {
    return client(NodeOptions.of(uri()));
  }

  /** A client with these options, which waits until the node is up. */
  public NodeClient client(NodeOptions options) {
    return Nodes.connect(List.of(patient(options)));
  }

  private static NodeOptions patient(NodeOptions options) {
    return options.withRetries(new Retries(60, Duration.ofMillis(250), Duration.ofMillis(500)));
  }

  /** Mines this many blocks on the tip. */
  public void mine(int blocks) {
    control(
        "generateblocks", Map.of("amount_of_blocks", blocks, "wallet_address", MINER.address()));
  }

  /** Mines this many blocks on an older block, so that a branch grows. */
  public void mineOn(String parent, int blocks) {
    control(
        "generateblocks",
        Map.of(
            "amount_of_blocks",
            blocks,
            "wallet_address",
            MINER.address(),
            "prev_block",
            parent,
            "starting_nonce",
            7));
  }

  /** Forgets every transaction in the pool. */
  public void flushPool() {
    control("flush_txpool", Map.of());
  }

  private void control(String method, Map<String, Object> params) {
    try (Transport transport = new Transport(patient(NodeOptions.of(uri())), NodeListener.SILENT)) {
      new JsonCalls(transport).method(method, params, "");
    }
  }

  /** Ends the node at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new NodeUnreachable("monerod does not end", uri().toString(), "look at its process");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
