package org.ringlight.rpc.bitcoin;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Retries;
import org.ringlight.rpc.http.JsonBatch;
import org.ringlight.rpc.http.Program;
import org.ringlight.rpc.http.Transport;

/**
 * A real btcd on a chain of its own: regtest or simnet, alone, on loopback, in a temporary folder
 * that goes with it. What it mines belongs to {@link Purse#MINER}. The running test is skipped, and
 * listed as not run, where there is no btcd.
 *
 * <p>On regtest segregated witness is in force from height 432 on, on simnet from 300 on: btcd's
 * own blocks vote for it.
 */
public final class Btcd implements AutoCloseable {

  /** Of the node's only user. */
  public static final Login LOGIN = new Login("ringlight", "of no use elsewhere");

  private final Path program =
      org.ringlight.testing.Program.named(
          "btcd", "none; go install github.com/btcsuite/btcd@v0.24.2");
  private final BitcoinNetwork network;
  private final Path folder;
  private final int[] ports;
  private final List<String> more;
  private Process process;

  private Btcd(BitcoinNetwork network, Path folder, List<String> more) throws IOException {
    this.network = network;
    this.folder = folder;
    this.more = more;
    this.ports = freePorts();
    this.process = launch();
  }

  /** A node on regtest that is up; {@code more} are further options of btcd, such as TLS. */
  public static Btcd start(String... more) {
    return start(BitcoinNetwork.REGTEST, more);
  }

  /** A node on regtest or simnet that is up. */
  public static Btcd start(BitcoinNetwork network, String... more) {
    try {
      Btcd node = new Btcd(network, Files.createTempDirectory("ringlight-btcd-"), List.of(more));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> node.process.destroyForcibly()));
      node.client().close();
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The option that makes it speak TLS, with a certificate that it makes for itself. */
  public static final String TLS = "--rpccert=rpc.cert";

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "--" + network.word(), "--configfile=none.conf"));
    command.addAll(List.of("--datadir=data", "--logdir=logs", "--nodnsseed", "--txindex"));
    command.addAll(List.of("--rpcuser=" + LOGIN.user(), "--rpcpass=" + LOGIN.password()));
    command.addAll(List.of("--rpclisten=127.0.0.1:" + ports[0], "--listen=127.0.0.1:" + ports[1]));
    command.addAll(List.of("--miningaddr=" + Purse.MINER.address(network), "--rpckey=rpc.key"));
    command.addAll(tls() ? List.of() : List.of("--notls"));
    command.addAll(more);
    Files.writeString(folder.resolve("none.conf"), "[Application Options]\n");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("HOME", folder.toString());
    return builder.start();
  }

  private boolean tls() {
    return more.contains(TLS);
  }

  private static int[] freePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new int[] {one.getLocalPort(), other.getLocalPort()};
    }
  }

  public URI uri() {
    return URI.create((tls() ? "https" : "http") + "://127.0.0.1:" + ports[0]);
  }

  /** Where it keeps its data, and its certificate {@code rpc.cert}. */
  public Path folder() {
    return folder;
  }

  /** The node's address and login. */
  public NodeOptions options() {
    return NodeOptions.of(uri()).withLogin(LOGIN);
  }

  /** A client for this node, which waits until the node is up. */
  public BitcoinNode client() {
    return BitcoinNode.connect(patient(options()), Optional.empty(), NodeListener.SILENT);
  }

  private NodeOptions patient(NodeOptions options) {
    return options
        .withTrust(tls() ? new org.ringlight.rpc.Trust.Anyone() : options.trust())
        .withRetries(new Retries(200, Duration.ofMillis(100), Duration.ofMillis(300)));
  }

  /** Mines this many blocks on the tip and returns their hashes. */
  public List<BlockHash> mine(int blocks) {
    List<BlockHash> hashes = new ArrayList<>();
    for (JsonNode hash : control("generate", blocks)) {
      hashes.add(BlockHash.parse(hash.asText()));
    }
    return hashes;
  }

  /** Gives it a block made elsewhere. */
  public void submit(byte[] block) {
    JsonNode refusal = control("submitblock", HexFormat.of().formatHex(block));
    if (!refusal.isNull() && !refusal.isMissingNode() && !refusal.asText().isEmpty()) {
      throw new IllegalStateException("btcd refuses the block: " + refusal);
    }
  }

  /** Puts a transaction into its pool, from which the next mined block takes it. */
  public TxHash send(byte[] transaction) {
    return TxHash.parse(
        control("sendrawtransaction", HexFormat.of().formatHex(transaction)).asText());
  }

  private JsonNode control(String method, Object... parameters) {
    try (Transport transport =
        new Transport(
            patient(options()), NodeListener.SILENT, Program.BITCOIND, () -> Optional.of(LOGIN))) {
      JsonBatch.Answer<JsonNode> answer =
          new JsonBatch(transport)
              .call(method, List.of(List.of(parameters)), JsonBatch.TREE, "")
              .get(0);
      return answer.orThrow();
    }
  }

  /**
   * Ends the node in order and starts it again: on simnet as it was, on regtest without its chain,
   * which btcd removes at each start.
   */
  public void restart() {
    process.destroy();
    awaitEnd();
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client().close();
  }

  /** Ends the node at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new NodeUnreachable("btcd does not end", uri().toString(), "look at its process");
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
