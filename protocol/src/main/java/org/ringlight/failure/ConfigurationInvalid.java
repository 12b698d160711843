package org.ringlight.failure;

/**
 * A flag, file or environment that cannot work, or a node and tables that do not belong together.
 */
public final class ConfigurationInvalid extends Failure {

  private static final long serialVersionUID = 1L;

  public ConfigurationInvalid(String what, String where, String whatToDo) {
    super(what, where, whatToDo, null);
  }

  public ConfigurationInvalid(String what, String where, String whatToDo, Throwable cause) {
    super(what, where, whatToDo, cause);
  }

  @Override
  public Kind kind() {
    return Kind.CONFIGURATION_INVALID;
  }
}
