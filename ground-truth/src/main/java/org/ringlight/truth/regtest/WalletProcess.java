package org.ringlight.truth.regtest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletKeys;
import org.ringlight.rpc.monerojava.WalletRpc;

/**
 * A real monero-wallet-rpc process with one wallet open, connected to one node. It has a ring
 * database of its own, so that two processes over the same keys choose their decoys independently.
 */
public final class WalletProcess implements AutoCloseable {

  private static final String WALLET = "wallet";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PROBE_MILLIS = 200;

  private final int port = FreePorts.one();
  private final WalletClient client =
      new WalletRpc(URI.create("http://127.0.0.1:" + port), PATIENCE);
  private final Supervised process;
  private final WalletKeys keys;

  private WalletProcess(Path folder, MonerodProcess node, WalletKeys keys) {
    this.keys = keys;
    this.process =
        new Supervised(
            "monero-wallet-rpc",
            command(folder, node.rpc()),
            folder.resolve("wallet-rpc.out"),
            this::listens,
            () -> client.open(WALLET));
    try {
      client.restore(WALLET, keys, 0);
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /**
   * A process with a wallet whose keys follow from {@code phrase}. Takes some seconds of computing,
   * most of it for the ten thousand subaddresses a wallet looks out for.
   *
   * @param folder for its files; made if missing, must hold no wallet
   * @throws org.ringlight.failure.ConfigurationInvalid if monero-wallet-rpc is not installed
   */
  public static WalletProcess ofPhrase(String phrase, Path folder, MonerodProcess node) {
    return over(KeyMaker.keysOf(phrase), folder, node);
  }

  /** A process with a wallet over keys that exist, as {@link #ofPhrase}. */
  public static WalletProcess over(WalletKeys keys, Path folder, MonerodProcess node) {
    return new WalletProcess(made(folder), node, keys);
  }

  /** The wallet, open. */
  public WalletClient client() {
    return client;
  }

  /**
   * Reads the blocks that arrived since the last time. After a restart of the node this must come
   * before anything else: a wallet finds out by it that its connection is gone, and makes a new one
   * at the second try; when paying it would give up.
   */
  public void refresh() {
    try {
      client.refresh();
    } catch (NodeUnreachable lostConnection) {
      process.awaitReady();
      client.refresh();
    }
  }

  /** What the wallet is made from. */
  public WalletKeys keys() {
    return keys;
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

  private List<String> command(Path folder, URI node) {
    return List.of(
        Programs.walletRpc().toString(),
        "--wallet-dir",
        folder.toString(),
        "--shared-ringdb-dir",
        folder.resolve("rings").toString(),
        "--log-file",
        folder.resolve("wallet-rpc.log").toString(),
        "--rpc-bind-ip",
        "127.0.0.1",
        "--rpc-bind-port",
        Integer.toString(port),
        "--disable-rpc-login",
        "--disable-rpc-ban",
        "--daemon-address",
        node.getAuthority(),
        "--trusted-daemon",
        "--daemon-ssl",
        "disabled",
        "--rpc-ssl",
        "disabled",
        "--non-interactive",
        "--no-dns");
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder).toAbsolutePath();
    } catch (IOException e) {
      throw new StoreUnavailable(
          "no folder for the wallet: " + e.getMessage(), folder.toString(), "choose another", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
