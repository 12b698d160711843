package org.ringlight.analytics.proof;

/** Why a finding is not accepted; the message goes on where its name stops. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
