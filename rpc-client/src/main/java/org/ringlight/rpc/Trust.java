package org.ringlight.rpc;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Whose certificate a node may show over TLS. The certificate that monerod makes for itself where
 * it is given none has no issuer, which Java refuses under every kind of trust: start it with
 * {@code --rpc-ssl-certificate} and {@code --rpc-ssl-private-key}.
 */
public sealed interface Trust {

  /** Certificates of the authorities Java knows, for the node's host name. */
  record Authorities() implements Trust {}

  /** Certificates of the authorities in a PKCS #12 or JKS file, for the node's host name. */
  record Store(Path file, String password) implements Trust {
    @Override
    public String toString() {
      return "Store[" + file + "]";
    }
  }

  /**
   * Exactly one certificate, self-signed or not, whatever host name it bears.
   *
   * @param sha256 fingerprint: 64 hex digits, colons allowed
   */
  record Pinned(String sha256) implements Trust {
    public Pinned {
      sha256 = sha256.replace(":", "").toLowerCase(Locale.ROOT);
      if (sha256.length() != 64 || HexFormat.of().parseHex(sha256).length != 32) {
        throw new IllegalArgumentException("a SHA-256 fingerprint has 64 hex digits: " + sha256);
      }
    }
  }

  /** Any certificate. Hides what is said from listeners, not from whoever answers instead. */
  record Anyone() implements Trust {}
}
