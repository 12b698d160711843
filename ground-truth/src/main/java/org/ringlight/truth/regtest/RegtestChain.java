package org.ringlight.truth.regtest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPayment;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.ChainTruth;

/**
 * A small real chain within seconds, for trying anything that reads one: a node, a few wallets that
 * pay each other, and the truth about who spent what. Not for use by several threads at once.
 *
 * <pre>{@code
 * try (RegtestChain chain = RegtestChain.start(folder, "ann", "bob")) {
 *   chain.payAround(40);
 *   ChainTruth truth = chain.truth();
 *   ... chain.node().rpc() ...
 * }
 * }</pre>
 */
public final class RegtestChain implements AutoCloseable {

  /**
   * Blocks before anybody pays. A wallet asks for 75 decoys an input, to have 16 that are unlocked
   * (monero v0.18.0.0 src/wallet/wallet2.cpp, get_outs); on a chain with hardly more outputs than
   * that its picker, which cannot reach the newest one, never ends.
   */
  public static final int FIRST_PAYMENT = 110;

  /**
   * A node walks the whole branch for each block that it adds to it, and has a minute to answer.
   */
  private static final int BRANCH_BLOCKS_AT_ONCE = 20;

  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final Duration BLOCK_TIME = Duration.ofMinutes(2);
  private static final long FIRST_AMOUNT = 1_000_000_000L;

  private final Path folder;
  private final MonerodProcess node;
  private final SimulatedMiner miner;
  private final Map<String, WalletProcess> wallets = new LinkedHashMap<>();
  private int mined;
  private int paid;

  private RegtestChain(Path folder, MonerodProcess node) {
    this.folder = folder;
    this.node = node;
    this.miner = new SimulatedMiner(node, START);
  }

  /**
   * A node with nothing but the genesis block, and one wallet per name.
   *
   * @param folder an empty one; the caller removes it
   * @throws org.ringlight.failure.ConfigurationInvalid if monerod or monero-wallet-rpc is missing
   */
  public static RegtestChain start(Path folder, String... names) {
    RegtestChain chain = new RegtestChain(folder, MonerodProcess.start(folder.resolve("node")));
    try {
      Map<String, String> phrases = new LinkedHashMap<>();
      for (String name : names) {
        phrases.put(name, name);
      }
      chain.wallets.putAll(WalletGroup.start(phrases, folder, chain.node));
      return chain;
    } catch (RuntimeException e) {
      chain.close();
      throw e;
    }
  }

  public MonerodProcess node() {
    return node;
  }

  /** The wallet of {@code name}. */
  public WalletProcess wallet(String name) {
    WalletProcess wallet = wallets.get(name);
    if (wallet == null) {
      throw new IllegalArgumentException("no wallet " + name + " but " + wallets.keySet());
    }
    return wallet;
  }

  /** Mines {@code blocks}, two minutes apart, for each wallet in turn. */
  public void mine(int blocks) {
    for (int i = 0; i < blocks; i++) {
      miner.mine(minerAddress(mined++), BLOCK_TIME);
    }
  }

  /**
   * Mines {@link #FIRST_PAYMENT} blocks if there are fewer, then lets each in turn pay the next
   * until {@code transfers} are made, and mines the last of them. Every payment has an amount of
   * its own.
   */
  public void payAround(int transfers) {
    List<String> names = List.copyOf(wallets.keySet());
    mine(Math.max(0, FIRST_PAYMENT - mined));
    for (int made = 0, turn = 0; made < transfers; turn++) {
      String name = names.get(turn % names.size());
      String next = names.get((turn + 1) % names.size());
      if (pays(name, next)) {
        made++;
      } else {
        mine(1);
      }
    }
    mine(1);
  }

  private boolean pays(String from, String to) {
    wallet(from).refresh();
    String address = wallet(to).keys().address();
    WalletDestination line = new WalletDestination(address, FIRST_AMOUNT + paid);
    WalletPayment payment = wallet(from).client().pay(0, List.of(line), WalletPriority.DEFAULT);
    if (payment instanceof WalletPayment.Sent) {
      paid++;
      return true;
    }
    return false;
  }

  /**
   * A real reorganisation: a branch of {@code depth + 1} blocks grows beside the newest {@code
   * depth} until it overtakes them. Transactions of the orphaned blocks return to the pool.
   *
   * @return the orphaned blocks, lowest first
   */
  public List<MinedBlock> reorganise(int depth) {
    long parentHeight = node.mining().height() - 1 - depth;
    List<MinedBlock> orphaned = new ArrayList<>();
    for (int i = 1; i <= depth; i++) {
      orphaned.add(node.mining().block(parentHeight + i));
    }
    String miner = minerAddress(mined++);
    BlockHash parent = node.mining().block(parentHeight).hash();
    for (int left = depth + 1; left > 0; left -= BRANCH_BLOCKS_AT_ONCE) {
      int count = Math.min(left, BRANCH_BLOCKS_AT_ONCE);
      List<BlockHash> grown = node.mining().generate(count, miner, parent);
      parent = grown.get(grown.size() - 1);
    }
    return orphaned;
  }

  /** Who spent what so far; every spend must be mined. */
  public ChainTruth truth() {
    Map<String, List<WalletOutput>> owned = new LinkedHashMap<>();
    wallets.forEach(
        (name, wallet) -> {
          wallet.refresh();
          owned.put(name, wallet.client().outputs());
        });
    return ChainTruth.read(node.mining(), owned);
  }

  private String minerAddress(int turn) {
    List<WalletProcess> all = List.copyOf(wallets.values());
    return all.get(turn % all.size()).keys().address();
  }

  /** Ends every process; the files stay. */
  @Override
  public void close() {
    wallets.values().forEach(WalletProcess::close);
    node.close();
  }

  @Override
  public String toString() {
    return "regtest chain in " + folder;
  }
}
