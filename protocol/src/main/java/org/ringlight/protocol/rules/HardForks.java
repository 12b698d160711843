package org.ringlight.protocol.rules;

import java.util.List;

/**
 * From which height on which hard fork's rules hold. Source: monero v0.18.3.4
 * src/hardforks/hardforks.cpp; for a private chain src/cryptonote_core/cryptonote_core.cpp
 * core::init, regtest_hard_forks.
 */
public final class HardForks {

  /**
   * One hard fork.
   *
   * @param version 1 to 16
   * @param height of the first block under its rules
   */
  public record HardFork(int version, long height) {}

  private static final HardForks MAINNET =
      starting(
          0, 1009827, 1141317, 1220516, 1288616, 1400000, 1546000, 1685555, 1686275, 1788000,
          1788720, 1978433, 2210000, 2210720, 2688888, 2689608);

  private static final HardForks TESTNET =
      starting(
          0, 624634, 800500, 801219, 802660, 971400, 1057027, 1057058, 1057778, 1154318, 1155038,
          1308737, 1543939, 1544659, 1982800, 1983520);

  private static final HardForks STAGENET =
      starting(
          0, 32000, 33000, 34000, 35000, 36000, 37000, 176456, 177176, 269000, 269720, 454721,
          675405, 676125, 1151000, 1151720);

  /** Block 0 is the genesis block of hard fork 1; every block mined on it is under the newest. */
  private static final HardForks FAKECHAIN =
      new HardForks(List.of(new HardFork(1, 0), new HardFork(16, 1)));

  private final List<HardFork> forks;

  private HardForks(List<HardFork> forks) {
    this.forks = forks;
  }

  /** Hard forks 1, 2, 3 and so on from these heights. */
  private static HardForks starting(long... heights) {
    HardFork[] forks = new HardFork[heights.length];
    for (int i = 0; i < heights.length; i++) {
      forks[i] = new HardFork(i + 1, heights[i]);
    }
    return new HardForks(List.of(forks));
  }

  /** The table of a network. */
  public static HardForks of(Network network) {
    return switch (network) {
      case MAINNET -> MAINNET;
      case STAGENET -> STAGENET;
      case TESTNET -> TESTNET;
      case FAKECHAIN -> FAKECHAIN;
    };
  }

  /** All of them, oldest first. */
  public List<HardFork> all() {
    return forks;
  }

  /** The hard fork whose rules the block at this height keeps; its major version. */
  public int versionAt(long height) {
    if (height < 0) {
      throw new IllegalArgumentException("height " + height);
    }
    int version = forks.get(0).version();
    for (HardFork fork : forks) {
      if (height >= fork.height()) {
        version = fork.version();
      }
    }
    return version;
  }
}
