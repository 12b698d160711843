package org.ringlight.rpc;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;

/**
 * A node and how to talk to it. Printed without the password.
 *
 * @param uri {@code http://host:port} or {@code https://host:port}
 * @param connectTimeout for a connection to open
 * @param readTimeout the longest silence within an answer
 * @param answerTimeout for a whole answer, so that one that drips for ever ends too
 * @param largestAnswer in bytes; a larger one is refused before it is read
 */
public record NodeOptions(
    URI uri,
    Optional<Login> login,
    Duration connectTimeout,
    Duration readTimeout,
    Duration answerTimeout,
    Retries retries,
    Trust trust,
    int largestAnswer) {

  public NodeOptions {
    String scheme = String.valueOf(uri.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "a node is written http://host:port or https://host:port, not " + withoutLogin(uri));
    }
    if (uri.getPort() > 65535 || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "a node is written http://host:port with a port up to 65535 and nothing after it, not "
              + withoutLogin(uri));
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "a login does not belong into a node's URL, where logs show it: " + withoutLogin(uri));
    }
    if (largestAnswer < 1024) {
      throw new IllegalArgumentException("largestAnswer under 1024 bytes: " + largestAnswer);
    }
  }

  /**
   * {@link #of} an address as people write it.
   *
   * @throws IllegalArgumentException with what to write instead
   */
  public static NodeOptions parse(String written) {
    if (!written.contains("://")) {
      throw new IllegalArgumentException(
          "a node is written with its scheme: http://" + withoutLogin("//" + written).substring(2));
    }
    try {
      return of(new URI(written));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "a node is written http://host:port or https://host:port, not " + withoutLogin(written),
          e);
    }
  }

  /** A node with no login, Java's authorities and timeouts that suit a node across the internet. */
  public static NodeOptions of(URI uri) {
    return new NodeOptions(
        uri,
        Optional.empty(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Retries.DEFAULT,
        new Trust.Authorities(),
        256 << 20);
  }

  public NodeOptions withLogin(Login given) {
    return new NodeOptions(
        uri,
        Optional.of(given),
        connectTimeout,
        readTimeout,
        answerTimeout,
        retries,
        trust,
        largestAnswer);
  }

  public NodeOptions withTrust(Trust given) {
    return new NodeOptions(
        uri, login, connectTimeout, readTimeout, answerTimeout, retries, given, largestAnswer);
  }

  public NodeOptions withRetries(Retries given) {
    return new NodeOptions(
        uri, login, connectTimeout, readTimeout, answerTimeout, given, trust, largestAnswer);
  }

  public NodeOptions withTimeouts(Duration connect, Duration read, Duration answer) {
    return new NodeOptions(uri, login, connect, read, answer, retries, trust, largestAnswer);
  }

  public NodeOptions withLargestAnswer(int bytes) {
    return new NodeOptions(
        uri, login, connectTimeout, readTimeout, answerTimeout, retries, trust, bytes);
  }

  private static String withoutLogin(URI uri) {
    return withoutLogin(uri.toString());
  }

  private static String withoutLogin(String uri) {
    return uri.replaceFirst("//[^@/]*@", "//***@");
  }
}
