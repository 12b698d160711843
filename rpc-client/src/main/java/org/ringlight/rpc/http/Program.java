package org.ringlight.rpc.http;

/** What runs at the other end, and what differs between the kinds. */
public enum Program {
  /** Digest logins; every answer says how long it is. */
  MONEROD(
      "a monerod",
      "give the user and password of its --rpc-login",
      "give the RPC address of a monerod; a restricted port lacks some calls",
      "check that the node runs and is not overloaded, or give a second --node"),
  /**
   * Bitcoin Core and those that speak as it does. Basic logins, sent with the first request; btcd's
   * answers end with their connection and do not say how long they are.
   */
  BITCOIND(
      "a Bitcoin node",
      "give its cookie file, or the user and password of its rpcauth or rpcuser",
      "give the RPC address of a Bitcoin node, without the path of a wallet",
      "check that the node runs and is not overloaded");

  private final String words;
  private final String aboutLogin;
  private final String aboutAddress;
  private final String aboutSilence;

  Program(String words, String aboutLogin, String aboutAddress, String aboutSilence) {
    this.words = words;
    this.aboutLogin = aboutLogin;
    this.aboutAddress = aboutAddress;
    this.aboutSilence = aboutSilence;
  }

  /** As a message names it. */
  String words() {
    return words;
  }

  /** What to do where the login is refused. */
  String aboutLogin() {
    return aboutLogin;
  }

  /** What to do where nothing answers at that address that knows the call. */
  String aboutAddress() {
    return aboutAddress;
  }

  /** What to do where it answers nothing, however often it is asked. */
  String aboutSilence() {
    return aboutSilence;
  }
}
