package org.ringlight.rpc;

import java.util.List;
import java.util.Set;
import org.ringlight.protocol.KeyImage;

/**
 * One real wallet in a wallet-RPC process, connected to a node. One wallet is open at a time:
 * {@link #restore} and {@link #open} close the one before.
 *
 * <p>Amounts are atomic units (10^-12 XMR). A spend that the wallet will not make is a {@link
 * WalletPayment.Refused}, not an exception. Not for use by several threads at once.
 *
 * <p>Every method throws {@link org.ringlight.failure.NodeUnreachable} when the process does not
 * answer, and {@link org.ringlight.failure.DataInvalid} when the answer makes no sense or the
 * wallet refuses something that is no spend.
 */
public interface WalletClient extends AutoCloseable {

  /** The longest list of destinations one transaction can pay: 16 outputs, one of them change. */
  int MAX_DESTINATIONS = 15;

  /**
   * Makes and opens the wallet {@code name} over {@code keys}, which reads the chain from {@code
   * fromHeight}. A wallet that {@code create_wallet} makes skips every block dated more than a day
   * before now, and so all of a simulated chain (monero v0.18.0.0 src/wallet/wallet2.cpp,
   * fast_refresh); this one does not.
   */
  void restore(String name, WalletKeys keys, long fromHeight);

  /** Opens the wallet {@code name} of an earlier {@link #restore}. */
  void open(String name);

  /** The address of account 0. */
  String primaryAddress();

  /** A new account with its first address. */
  WalletAddress newAccount();

  /** A new address in {@code account}. */
  WalletAddress newSubaddress(int account);

  /** Reads the blocks that arrived since the last call; how many there were. */
  long refresh();

  /** What {@code account} owns. */
  WalletBalance balance(int account);

  /**
   * Pays {@code destinations}, at most {@link #MAX_DESTINATIONS} of them, in one transaction, or in
   * several if the inputs do not fit into one.
   */
  WalletPayment pay(int account, List<WalletDestination> destinations, WalletPriority priority);

  /** Sends everything unlocked in {@code account} to {@code address}. */
  WalletPayment sweepAccount(int account, String address, WalletPriority priority);

  /** Sends everything unlocked that {@code subaddresses} of {@code account} received. */
  WalletPayment sweepSubaddresses(
      int account, Set<Integer> subaddresses, String address, WalletPriority priority);

  /** Spends exactly the output with {@code keyImage}. */
  WalletPayment sweepOutput(KeyImage keyImage, String address, WalletPriority priority);

  /** Every output the wallet ever owned, spent ones too, of all accounts. */
  List<WalletOutput> outputs();

  /** Saves and closes the open wallet; the process runs on. */
  @Override
  void close();
}
