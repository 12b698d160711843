package org.ringlight.rpc.bitcoin;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.rpc.Login;
import org.ringlight.rpc.http.LoginSource;

/**
 * A file of {@code user:password}, such as the cookie that a node writes at each start and removes
 * at its end. Read anew for each call, so that a node that was started again is let in to.
 */
final class LoginFile implements LoginSource {

  private static final int LONGEST = 4096;

  private final Path file;
  private volatile boolean wasThere;

  LoginFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Login> now() {
    try {
      if (Files.size(file) > LONGEST) {
        throw invalid("is longer than a login can be", null);
      }
      Login login = Login.parse(Files.readString(file).strip());
      wasThere = true;
      return Optional.of(login);
    } catch (IllegalArgumentException e) {
      throw invalid("holds no user:password", e);
    } catch (CharacterCodingException e) {
      throw invalid("holds no text", e);
    } catch (IOException e) {
      if (wasThere) {
        throw new LoginAway("the file with the login is gone: " + file);
      }
      if (e instanceof NoSuchFileException) {
        throw invalid("is not there", e);
      }
      throw invalid("cannot be read: " + e.getMessage(), e);
    }
  }

  private ConfigurationInvalid invalid(String what, @Nullable Exception cause) {
    String message = "the file with the login " + what;
    String toDo =
        "give the node's cookie, which it writes at its start into its data folder, or a file with"
            + " user:password";
    return cause == null
        ? new ConfigurationInvalid(message, file.toString(), toDo)
        : new ConfigurationInvalid(message, file.toString(), toDo, cause);
  }
}
