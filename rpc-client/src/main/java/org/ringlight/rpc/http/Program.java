package org.ringlight.rpc.http;

/** What runs at the other end, and what differs between the kinds. */
public enum Program {
  /** Digest logins; every answer says how long it is. */
  MONEROD(
      "a monerod",
      "give the user and password of its --rpc-login",
      "give the RPC address of a monerod; a restricted port lacks some calls"),
  /**
   * Bitcoin Core and those that speak as it does. Basic logins, sent with the first request; btcd's
   * answers end with their connection and do not say how long they are.
   */
  BITCOIND(
      "a Bitcoin node",
      "give its cookie file, or the user and password of its rpcauth or rpcuser",
      "give the RPC address of a Bitcoin node, without the path of a wallet");

  private final String words;
  private final String aboutLogin;
  private final String aboutAddress;

  Program(String words, String aboutLogin, String aboutAddress) {
    this.words = words;
    this.aboutLogin = aboutLogin;
    this.aboutAddress = aboutAddress;
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
}
