package org.ringlight.rpc.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.rpc.NodeOptions;

/** One clear line for each way a node can fail to answer. */
final class Complaint {

  private Complaint() {}

  /** What an exception of the connection means, in words. */
  static String about(IOException e, NodeOptions node) {
    if (e instanceof UnknownHostException) {
      return "no host " + node.uri().getHost();
    }
    if (e instanceof ConnectTimeoutException) {
      return "no connection within " + seconds(node.connectTimeout().toMillis());
    }
    if (e instanceof ConnectException) {
      return "nothing listens there";
    }
    if (e instanceof SocketTimeoutException) {
      return "silent for " + seconds(node.readTimeout().toMillis());
    }
    if (e instanceof Body.CutShort || e instanceof Body.Late) {
      return String.valueOf(e.getMessage());
    }
    return "the connection was dropped (" + e.getMessage() + ")";
  }

  /** A TLS failure that no retry mends, or null. */
  static @Nullable Failure aboutTls(SSLException e, String where) {
    String reason = String.valueOf(e.getMessage());
    if (reason.contains("Unsupported or unrecognized SSL message")) {
      return new ConfigurationInvalid(
          "the port does not speak TLS", where, "write http:// instead of https://", e);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("Empty issuer DN")) {
        return new ConfigurationInvalid(
            "the certificate that monerod makes for itself has no issuer, and Java takes none such",
            where,
            "start monerod with --rpc-ssl-certificate and --rpc-ssl-private-key and pin that one",
            e);
      }
      if (cause instanceof GeneralSecurityException) {
        return new ConfigurationInvalid(
            "its certificate is not trusted: " + cause.getMessage(),
            where,
            "pin its SHA-256 fingerprint, or give a trust store that holds it",
            e);
      }
    }
    return null;
  }

  /** What a status other than 200 means where asking again does not help; null where it may. */
  static @Nullable Failure aboutStatus(
      ClassicHttpResponse response, boolean loginSent, Program program, String where) {
    int status = response.getCode();
    String answer = "HTTP " + status + " " + response.getReasonPhrase();
    if (status == 401 || status == 403) {
      String what = loginSent ? "the login is refused" : "the node wants a login";
      return new ConfigurationInvalid(what + " (" + answer + ")", where, program.aboutLogin());
    }
    if (status == 404 || status == 405) {
      return new ConfigurationInvalid(
          "no such call there (" + answer + ")", where, program.aboutAddress());
    }
    if (status >= 300 && status < 400) {
      String target =
          response.containsHeader(HttpHeaders.LOCATION)
              ? " to " + response.getFirstHeader(HttpHeaders.LOCATION).getValue()
              : "";
      return new ConfigurationInvalid(
          "it redirects" + target + " (" + answer + ")", where, "give the node's own address");
    }
    if (status == 408 || status == 429 || status >= 500) {
      return null;
    }
    return new DataInvalid("unexpected answer " + answer, where, check(program));
  }

  /** Refuses an entity whose type or framing no node sends. */
  static void checkEntity(@Nullable HttpEntity entity, Program program, String where) {
    if (entity == null) {
      throw new DataInvalid("an answer without a body", where, check(program));
    }
    String type = String.valueOf(entity.getContentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith(ContentType.TEXT_HTML.getMimeType())) {
      throw html(program, where);
    }
    if (entity.getContentEncoding() != null && !entity.getContentEncoding().equals("identity")) {
      throw new DataInvalid(
          "an answer encoded as " + entity.getContentEncoding() + ", which was not asked for",
          where,
          "ask the node directly, without the proxy in between");
    }
    if (entity.getContentLength() < 0 && !entity.isChunked() && program == Program.MONEROD) {
      throw new DataInvalid(
          "an answer that does not say how long it is",
          where,
          "ask the node directly, without the proxy in between");
    }
  }

  /** Refuses a page made for people, whatever its declared type. */
  static void checkBody(Body body, Program program, String where) {
    int at = 0;
    while (at < body.length() && body.bytes()[at] <= ' ' && body.bytes()[at] > 1) {
      at++;
    }
    if (at < body.length() && body.bytes()[at] == '<') {
      throw html(program, where);
    }
  }

  static String seconds(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }

  private static DataInvalid html(Program program, String where) {
    return new DataInvalid(
        "an HTML page instead of a node's answer",
        where,
        "give the address of the RPC port of "
            + program.words()
            + "; a login page or proxy may be in between");
  }

  private static String check(Program program) {
    return "check that " + program.words() + " runs there";
  }
}
