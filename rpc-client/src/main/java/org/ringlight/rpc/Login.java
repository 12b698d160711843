package org.ringlight.rpc;

/** User and password of a node's {@code --rpc-login}. Printed without the password. */
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

  @Override
  public String toString() {
    return user + ":***";
  }
}
