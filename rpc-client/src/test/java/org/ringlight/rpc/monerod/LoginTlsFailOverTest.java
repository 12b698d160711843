package org.ringlight.rpc.monerod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.Retries;
import org.ringlight.rpc.Trust;

/** Logins, certificates and nodes that die, with real monerods. */
class LoginTlsFailOverTest {

  private static final String PASSWORD = "changeit";

  private static NodeOptions impatient(URI uri) {
    return NodeOptions.of(uri)
        .withRetries(new Retries(2, Duration.ofMillis(20), Duration.ofMillis(50)));
  }

  @Test
  void aLoginOpensANodeThatRefusesOthers() {
    try (RegtestNode node = RegtestNode.start("--rpc-login", "me:very secret");
        NodeClient client =
            node.client(NodeOptions.of(node.uri()).withLogin(Login.parse("me:very secret")))) {
      assertThat(client.info().nettype()).isEqualTo("fakechain");
      assertThat(client.page(0, PageForm.FULL).blocks()).hasSize(1);
      assertThat(client.headers(0, 0)).hasSize(1);

      assertThatThrownBy(() -> Nodes.connect(List.of(impatient(node.uri()))))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageStartingWith("the node wants a login (HTTP 401");
      NodeOptions wrong = impatient(node.uri()).withLogin(new Login("me", "guess"));
      assertThatThrownBy(() -> Nodes.connect(List.of(wrong)))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageStartingWith("the login is refused (HTTP 401")
          .hasMessageNotContaining("guess");
      assertThat(wrong.toString()).doesNotContain("guess");
    }
  }

  @Test
  void aSelfSignedCertificateIsTrustedOnlyWhereThatIsSaid(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("store.p12");
    String fingerprint = selfSigned(folder, store);
    try (RegtestNode node =
        RegtestNode.start(
            "--rpc-ssl",
            "enabled",
            "--rpc-ssl-certificate",
            folder.resolve("certificate.pem").toString(),
            "--rpc-ssl-private-key",
            folder.resolve("key.pem").toString())) {
      try (NodeClient pinned =
          node.client(NodeOptions.of(node.uri()).withTrust(new Trust.Pinned(fingerprint)))) {
        assertThat(pinned.page(0, PageForm.PRUNED).blocks()).hasSize(1);
        assertThat(pinned.hardFork().version()).isPositive();
      }
      for (Trust trust : List.of(new Trust.Anyone(), new Trust.Store(store, PASSWORD))) {
        NodeOptions options = impatient(node.uri()).withTrust(trust);
        try (NodeClient client = Nodes.connect(List.of(options))) {
          assertThat(client.info().height()).isEqualTo(1);
        }
      }
      NodeOptions other = impatient(node.uri()).withTrust(new Trust.Pinned("00".repeat(32)));
      assertThatThrownBy(() -> Nodes.connect(List.of(other)))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("not trusted: the node shows certificate " + fingerprint);
      assertThatThrownBy(() -> Nodes.connect(List.of(impatient(node.uri()))))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageStartingWith("its certificate is not trusted: ");
    }
  }

  @Test
  void theCertificateMonerodMakesForItselfIsRefusedWithAWayOut() {
    try (RegtestNode node = RegtestNode.start("--rpc-ssl", "enabled")) {
      assertThatThrownBy(
              () -> node.client(NodeOptions.of(node.uri()).withTrust(new Trust.Anyone())))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("has no issuer")
          .hasMessageEndingWith(
              "start monerod with --rpc-ssl-certificate and --rpc-ssl-private-key and pin that"
                  + " one");
    }
  }

  /** A key and certificate for 127.0.0.1, as a store and as two PEM files; its fingerprint. */
  private static String selfSigned(Path folder, Path store) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=node",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Certificate certificate = keys.getCertificate("node");
    pem(folder.resolve("certificate.pem"), "CERTIFICATE", certificate.getEncoded());
    Key key = keys.getKey("node", PASSWORD.toCharArray());
    pem(folder.resolve("key.pem"), "PRIVATE KEY", key.getEncoded());
    keys.setCertificateEntry("trusted", certificate);
    try (OutputStream out = Files.newOutputStream(store)) {
      keys.store(out, PASSWORD.toCharArray());
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(certificate.getEncoded()));
  }

  private static void pem(Path file, String what, byte[] bytes) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, lines, what));
  }

  @Test
  void theSecondNodeTakesOverWhenTheFirstIsKilledAndAllDeadIsOneLine() {
    List<URI> left = new ArrayList<>();
    NodeListener listener =
        new NodeListener() {
          @Override
          public void retrying(URI node, String why, int attempt, Duration pause) {}

          @Override
          public void leaving(URI node, Failure why, Duration pause) {
            left.add(node);
          }
        };
    try (RegtestNode first = RegtestNode.start();
        RegtestNode second = RegtestNode.start()) {
      first.client().close(); // waits until each is up
      second.client().close();
      try (NodeClient both =
          Nodes.connect(List.of(impatient(first.uri()), impatient(second.uri())), listener)) {
        assertThat(both.endpoint()).isEqualTo(first.uri());
        first.kill();

        assertThat(both.page(0, PageForm.FULL).blocks()).hasSize(1);
        assertThat(both.info().nettype()).isEqualTo("fakechain");
        assertThat(both.endpoint()).isEqualTo(second.uri());
        assertThat(left).containsExactly(first.uri());

        second.kill();
        assertThatThrownBy(both::info)
            .isInstanceOf(NodeUnreachable.class)
            .hasMessageContaining("/get_info");
      }
    }
  }
}
