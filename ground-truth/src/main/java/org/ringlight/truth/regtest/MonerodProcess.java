package org.ringlight.truth.regtest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.rpc.MiningClient;
import org.ringlight.rpc.monerojava.MiningRpc;

/**
 * A real monerod on a private chain of difficulty 1, listening on loopback only. All hard forks up
 * to 16 are active from block 1. It keeps its chain when it is closed and started again.
 */
public final class MonerodProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path program = Programs.monerod();
  private final Path folder;
  private final int rpcPort;
  private final int p2pPort = FreePorts.one();
  private final int zmqRpcPort = FreePorts.one();
  private final int zmqPubPort = FreePorts.one();
  private final MiningClient mining;
  private final ChainLock lock;
  private final Supervised process;

  private MonerodProcess(Path folder, int rpcPort) {
    this.folder = folder;
    this.rpcPort = rpcPort;
    this.mining = new MiningRpc(rpc(), PATIENCE);
    this.lock = ChainLock.toServe(folder.resolve("ringlight.lock"), rpc());
    try {
      this.process =
          new Supervised(
              "monerod",
              command(List.of("--offline")),
              folder.resolve("monerod.out"),
              this::answers,
              () -> {});
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Starts a node that has no peers.
   *
   * @param folder for its chain and logs; made if missing
   * @throws ConfigurationInvalid if monerod is not installed, or another process serves this chain
   */
  public static MonerodProcess start(Path folder) {
    return start(folder, FreePorts.one());
  }

  /**
   * The same at a port of one's choice.
   *
   * @param rpcPort where its RPC listens
   * @throws ConfigurationInvalid also if another program listens there
   */
  public static MonerodProcess start(Path folder, int rpcPort) {
    requireFree(rpcPort);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "no folder for the node: " + e.getMessage(), folder.toString(), "choose another", e);
    }
    return new MonerodProcess(folder.toAbsolutePath(), rpcPort);
  }

  /** Refuses a port that another program listens on. */
  public static void requireFree(int rpcPort) {
    FreePorts.requireFree(rpcPort);
  }

  /** Where its RPC listens; without login, not restricted. */
  public URI rpc() {
    return URI.create("http://127.0.0.1:" + rpcPort);
  }

  /** Where it publishes new blocks. */
  public URI zmqPub() {
    return URI.create("tcp://127.0.0.1:" + zmqPubPort);
  }

  /** What makes its chain. */
  public MiningClient mining() {
    return mining;
  }

  /**
   * What {@code question} answers. If the node dies over it, it is waited for and asked again; what
   * asks must bear to be done in part and then whole.
   *
   * @throws NodeUnreachable if the node stays away, or will not answer though it runs
   */
  public <T> T patiently(Function<MiningClient, T> question) {
    for (int deaths = deaths(); ; deaths = deaths()) {
      awaitReady();
      try {
        return question.apply(mining);
      } catch (NodeUnreachable noAnswer) {
        awaitReady();
        if (deaths() == deaths) {
          throw noAnswer;
        }
      }
    }
  }

  /** The folder of its LMDB database. */
  public Path database() {
    return database(folder);
  }

  /** The folder of the LMDB database of a node that works in {@code folder}. */
  static Path database(Path folder) {
    return folder.resolve("fake").resolve("lmdb");
  }

  /** Its process id now. */
  public long pid() {
    return process.pid();
  }

  /** How often it died and was started again. */
  public int deaths() {
    return process.deaths();
  }

  /**
   * Waits until it answers, after it died.
   *
   * @throws org.ringlight.failure.NodeUnreachable if it stays away
   */
  public void awaitReady() {
    process.awaitReady();
  }

  /**
   * Starts it once more if it died so often that it was given up.
   *
   * @throws org.ringlight.failure.NodeUnreachable if it does not come back
   */
  public void revive() {
    process.revive();
  }

  /** Ends it, runs {@code between} while its database is closed, starts it again without peers. */
  void restart(Runnable between) {
    process.restart(command(List.of("--offline")), between);
  }

  /** Starts it again as a peer of {@code other}, and of nobody else. */
  void restartAsPeerOf(MonerodProcess other) {
    process.restart(
        command(List.of("--add-exclusive-node", "127.0.0.1:" + other.p2pPort, "--allow-local-ip")),
        () -> {});
  }

  private List<String> command(List<String> network) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--regtest",
                "--fixed-difficulty",
                "1",
                "--keep-fakechain",
                "--keep-alt-blocks",
                "--data-dir",
                folder.toString(),
                "--log-file",
                folder.resolve("monerod.log").toString(),
                "--rpc-bind-ip",
                "127.0.0.1",
                "--rpc-bind-port",
                Integer.toString(rpcPort),
                "--rpc-ssl",
                "disabled",
                "--p2p-bind-ip",
                "127.0.0.1",
                "--p2p-bind-port",
                Integer.toString(p2pPort),
                "--zmq-rpc-bind-port",
                Integer.toString(zmqRpcPort),
                "--zmq-pub",
                zmqPub().toString(),
                "--non-interactive",
                "--no-igd",
                "--hide-my-port",
                "--disable-dns-checkpoints",
                "--check-updates",
                "disabled",
                "--disable-rpc-ban"));
    command.addAll(network);
    return command;
  }

  private boolean answers() {
    try {
      return mining.height() > 0;
    } catch (Failure notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    try (lock) {
      process.close();
    }
  }
}
