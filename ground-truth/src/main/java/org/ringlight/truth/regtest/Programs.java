package org.ringlight.truth.regtest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  /**
   * A program that Ctrl-C on our terminal does not reach: a terminal asks every process of its
   * session at once, and what runs here is to be ended in order. Where there is no {@code setsid}
   * (it is part of every Linux), the program is of our session.
   */
  static ProcessBuilder ofOwnSession(List<String> command) {
    List<String> whole = new ArrayList<>();
    find("setsid").ifPresent(setsid -> whole.add(setsid.toString()));
    whole.addAll(command);
    return new ProcessBuilder(whole);
  }

  private static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path onPath(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "the program " + name + " is missing",
                    "PATH",
                    "install it; Debian's package is " + DEBIAN_PACKAGE));
  }
}
