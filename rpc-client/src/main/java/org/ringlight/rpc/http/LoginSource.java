package org.ringlight.rpc.http;

import java.util.Optional;
import org.ringlight.rpc.Login;

/** Where the login of each call comes from: it may change while a client runs. */
public interface LoginSource {

  /**
   * The login of now.
   *
   * @throws LoginAway where there is none at present, but has been one
   */
  Optional<Login> now();

  /** Thrown where the login is gone, most likely for as long as the node is down. */
  final class LoginAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LoginAway(String what) {
      super(what, null, false, false);
    }
  }
}
