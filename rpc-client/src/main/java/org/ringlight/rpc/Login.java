package org.ringlight.rpc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User and password of a node. Printed without the password. */
public record Login(String user, String password) {

  public Login {
    if (user.isEmpty()) {
      throw new IllegalArgumentException("a login needs a user");
    }
  }

  /** A login written {@code user:password}; the password may hold colons. */
  public static Login parse(String userAndPassword) {
    int colon = userAndPassword.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a login is written user:password");
    }
    return new Login(userAndPassword.substring(0, colon), userAndPassword.substring(colon + 1));
  }

  /** As the {@code Authorization} header of HTTP's basic scheme writes it (RFC 7617). */
  public String basic() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return user + ":***";
  }
}
