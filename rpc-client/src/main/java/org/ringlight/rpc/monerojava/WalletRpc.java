package org.ringlight.rpc.monerojava;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import monero.common.MoneroError;
import monero.common.MoneroRpcConnection;
import monero.common.MoneroRpcError;
import monero.wallet.MoneroWalletRpc;
import monero.wallet.model.MoneroDestination;
import monero.wallet.model.MoneroTxConfig;
import monero.wallet.model.MoneroTxPriority;
import monero.wallet.model.MoneroTxWallet;
import monero.wallet.model.MoneroWalletConfig;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.WalletAddress;
import org.ringlight.rpc.WalletBalance;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletKeys;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPayment;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.rpc.WalletTransaction;

/** A {@code monero-wallet-rpc} process driven through monero-java's {@link MoneroWalletRpc}. */
public final class WalletRpc implements WalletClient {

  private static final String NO_PASSWORD = "";

  /**
   * WALLET_RPC_ERROR_CODE_NO_DAEMON_CONNECTION (monero v0.18.0.0
   * src/wallet/wallet_rpc_server_error_codes.h).
   */
  private static final int NO_NODE = -38;

  private final URI address;
  private final MoneroWalletRpc wallet;

  /**
   * Does not connect yet.
   *
   * @param address of the wallet process, without login
   * @param patience how long one call may take; a first refresh of a long chain takes its time
   */
  public WalletRpc(URI address, Duration patience) {
    this.address = address;
    MoneroRpcConnection connection = new MoneroRpcConnection(address);
    connection.setTimeout(patience.toMillis());
    this.wallet = new MoneroWalletRpc(connection);
  }

  @Override
  public void restore(String name, WalletKeys keys, long fromHeight) {
    MoneroWalletConfig config =
        new MoneroWalletConfig()
            .setPath(name)
            .setPassword(NO_PASSWORD)
            .setPrimaryAddress(keys.address())
            .setPrivateViewKey(keys.viewKey())
            .setRestoreHeight(fromHeight);
    if (keys.spendKey() != null) {
      config.setPrivateSpendKey(keys.spendKey());
    }
    asked(() -> wallet.createWallet(config));
  }

  @Override
  public void open(String name) {
    asked(() -> wallet.openWallet(name, NO_PASSWORD));
  }

  @Override
  public String primaryAddress() {
    return asked(wallet::getPrimaryAddress);
  }

  @Override
  public WalletAddress newAccount() {
    return asked(
        () -> {
          var account = wallet.createAccount();
          return new WalletAddress(account.getIndex(), 0, account.getPrimaryAddress());
        });
  }

  @Override
  public WalletAddress newSubaddress(int account) {
    return asked(
        () -> {
          var subaddress = wallet.createSubaddress(account);
          return new WalletAddress(account, subaddress.getIndex(), subaddress.getAddress());
        });
  }

  @Override
  public long refresh() {
    return asked(() -> wallet.sync().getNumBlocksFetched());
  }

  @Override
  public WalletBalance balance(int account) {
    return asked(
        () ->
            new WalletBalance(
                wallet.getBalance(account).longValueExact(),
                wallet.getUnlockedBalance(account).longValueExact()));
  }

  @Override
  public WalletPayment pay(
      int account, List<WalletDestination> destinations, WalletPriority priority) {
    if (destinations.isEmpty() || destinations.size() > MAX_DESTINATIONS) {
      throw new IllegalArgumentException(destinations.size() + " destinations");
    }
    List<MoneroDestination> lines = new ArrayList<>();
    for (WalletDestination d : destinations) {
      lines.add(new MoneroDestination(d.address(), BigInteger.valueOf(d.amount())));
    }
    MoneroTxConfig config = relayed(account, priority).setDestinations(lines);
    return spend(() -> wallet.createTxs(config));
  }

  @Override
  public WalletPayment sweepAccount(int account, String address, WalletPriority priority) {
    MoneroTxConfig config = relayed(account, priority).setAddress(address);
    return spend(() -> wallet.sweepUnlocked(config));
  }

  @Override
  public WalletPayment sweepSubaddresses(
      int account, Set<Integer> subaddresses, String address, WalletPriority priority) {
    if (subaddresses.isEmpty()) {
      throw new IllegalArgumentException("no subaddress to sweep");
    }
    MoneroTxConfig config =
        relayed(account, priority)
            .setAddress(address)
            .setSubaddressIndices(subaddresses.stream().sorted().toList());
    return spend(() -> wallet.sweepUnlocked(config));
  }

  @Override
  public WalletPayment sweepOutput(KeyImage keyImage, String address, WalletPriority priority) {
    MoneroTxConfig config =
        relayed(0, priority).setAddress(address).setKeyImage(keyImage.toString());
    return spend(() -> List.of(wallet.sweepOutput(config)));
  }

  @Override
  public List<WalletOutput> outputs() {
    return asked(
        () -> {
          List<WalletOutput> outputs = new ArrayList<>();
          for (var account : wallet.getAccounts()) {
            Map<String, Object> reply =
                wallet
                    .getRpcConnection()
                    .sendJsonRequest(
                        "incoming_transfers",
                        Map.of("transfer_type", "all", "account_index", account.getIndex()));
            outputs.addAll(WalletOutputs.of(reply));
          }
          return outputs;
        });
  }

  @Override
  public void close() {
    asked(
        () -> {
          wallet.close(true);
          return this;
        });
  }

  private static MoneroTxConfig relayed(int account, WalletPriority priority) {
    return new MoneroTxConfig()
        .setAccountIndex(account)
        .setPriority(MoneroTxPriority.valueOf(priority.name()))
        .setRelay(true);
  }

  private WalletPayment spend(Supplier<List<MoneroTxWallet>> call) {
    return asked(
        () -> {
          try {
            return new WalletPayment.Sent(call.get().stream().map(WalletRpc::transaction).toList());
          } catch (MoneroRpcError refusal) {
            if (refusal.getCode() == NO_NODE) {
              throw new MoneroError(refusal);
            }
            return new WalletPayment.Refused(
                refusal.getCode(), String.valueOf(refusal.getMessage()));
          }
        });
  }

  private static WalletTransaction transaction(MoneroTxWallet tx) {
    return new WalletTransaction(
        TxHash.parse(tx.getHash()),
        tx.getOutgoingAmount().longValueExact(),
        tx.getFee().longValueExact(),
        tx.getKey());
  }

  /** The one place where monero-java's errors become ours. */
  private <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (MoneroRpcError e) {
      throw new DataInvalid(
          "the wallet refused " + e.getRpcMethod() + ": " + e.getMessage(),
          "wallet at " + address + ", error " + e.getCode(),
          "look into the log of monero-wallet-rpc",
          e);
    } catch (MoneroError e) {
      throw new NodeUnreachable(
          "the wallet does not answer: " + e.getMessage(),
          "wallet at " + address,
          "look whether monero-wallet-rpc runs and what its log says",
          e);
    } catch (ArithmeticException | ClassCastException | IllegalArgumentException e) {
      throw new DataInvalid(
          "the wallet's answer makes no sense: " + e.getMessage(),
          "wallet at " + address,
          "check that it is a monero-wallet-rpc",
          e);
    }
  }
}
