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

  private static final String WALLET =
      "42ey1afDFnn4886T7196doS9GPMzexD9gXpsZJDwVjeRVdFCSoHnv7KPbBeGpzJBzHRCAs9UxqeoyFQMYbqSWYTfJJQAWDm";

  private final Process process;
  private final Path folder;
  private final URI uri;
  private final URI restricted;

  private RegtestNode(Process process, Path folder, URI uri, URI restricted) {
    this.process = process;
    this.folder = folder;
    this.uri = uri;
    this.restricted = restricted;
  }

  /** A node that is up; {@code more} are further options of monerod. */
  public static RegtestNode start(String... more) {
    Path program = Program.named("monerod", "monero");
    try {
      Path folder = Files.createTempDirectory("ringlight-regtest-");
      int[] ports = freePorts(4);
      List<String> command = new ArrayList<>();
      command.addAll(
          List.of(program.toString(), "--regtest", "--offline", "--fixed-difficulty", "1"));
      command.addAll(List.of("--data-dir", folder.toString(), "--non-interactive"));
      command.addAll(List.of("--rpc-bind-port", "" + ports[0]));
      command.addAll(List.of("--rpc-restricted-bind-port", "" + ports[1]));
      command.addAll(List.of("--p2p-bind-ip", "127.0.0.1", "--p2p-bind-port", "" + ports[2]));
      command.addAll(List.of("--zmq-rpc-bind-port", "" + ports[3], "--no-igd", "--hide-my-port"));
      command.addAll(List.of("--disable-dns-checkpoints", "--check-updates", "disabled"));
      command.addAll(List.of("--disable-rpc-ban", "--keep-alt-blocks"));
      command.addAll(List.of("--log-file", folder.resolve("log").toString()));
      command.addAll(List.of(more));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out").toFile())
              .start();
      String scheme = List.of(more).contains("--rpc-ssl") ? "https" : "http";
      RegtestNode node =
          new RegtestNode(process, folder, at(scheme, ports[0]), at(scheme, ports[1]));
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI at(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  private static int[] freePorts(int count) throws IOException {
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
    return uri;
  }

  /** The port for strangers of the same node. */
  public URI restrictedUri() {
    return restricted;
  }

  /** A client for this node, which waits until the node is up. */
  public NodeClient client() {
    return client(NodeOptions.of(uri));
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
    control("generateblocks", Map.of("amount_of_blocks", blocks, "wallet_address", WALLET));
  }

  /** Mines this many blocks on an older block, so that a branch grows. */
  public void mineOn(String parent, int blocks) {
    control(
        "generateblocks",
        Map.of(
            "amount_of_blocks", blocks,
            "wallet_address", WALLET,
            "prev_block", parent,
            "starting_nonce", 7));
  }

  private void control(String method, Map<String, Object> params) {
    try (Transport transport = new Transport(patient(NodeOptions.of(uri)), NodeListener.SILENT)) {
      new JsonCalls(transport).method(method, params, "");
    }
  }

  /** Ends the node at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new NodeUnreachable("monerod does not end", uri.toString(), "look at its process");
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
