package org.ringlight.truth.regtest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ringlight.failure.ConfigurationInvalid;

/** The real programs that a chain is made with. */
public final class Programs {

  private static final String DEBIAN_PACKAGE = "monero";

  private Programs() {}

  /**
   * Looks whether they are there.
   *
   * @throws ConfigurationInvalid if one is not
   */
  public static void require() {
    monerod();
    walletRpc();
  }

  static Path monerod() {
    return onPath("monerod");
  }

  static Path walletRpc() {
    return onPath("monero-wallet-rpc");
  }

  static Path blockchainImport() {
    return onPath("monero-blockchain-import");
  }

  private static Path onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "the program " + name + " is missing",
                    "PATH",
                    "install it; Debian's package is " + DEBIAN_PACKAGE));
  }
}
