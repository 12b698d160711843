package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ringlight.protocol.KeyImage;
import org.ringlight.rpc.WalletBalance;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPayment;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.regtest.WalletProcess;

/**
 * Somebody with a wallet. Whatever is paid goes through here and into the journal. Used by one
 * thread at a time.
 */
public final class Actor implements AutoCloseable {

  private static final int ACCOUNT = 0;

  private final String name;
  private final Role role;
  private final WalletProcess wallet;
  private final Journal journal;
  private final Dice dice;
  private long height;

  Actor(String name, Role role, WalletProcess wallet, Journal journal, Dice dice) {
    this.name = name;
    this.role = role;
    this.wallet = wallet;
    this.journal = journal;
    this.dice = dice;
    journal.belongs(new AddressLabel(address(), name, role.words(), ""));
  }

  public String name() {
    return name;
  }

  public Role role() {
    return role;
  }

  public Dice dice() {
    return dice;
  }

  /** Its primary address. */
  public String address() {
    return wallet.keys().address();
  }

  /** Its process. */
  public WalletProcess wallet() {
    return wallet;
  }

  /** A new subaddress, which it uses as {@code use} says and gives to {@code user}. */
  public Subaddress newSubaddress(String use, String user) {
    var made = wallet.client().newSubaddress(ACCOUNT);
    journal.belongs(new AddressLabel(made.address(), name, use, user));
    return new Subaddress(made.index(), made.address());
  }

  /** One of the actor's subaddresses. */
  public record Subaddress(int index, String address) {}

  /** Whom a payment goes to: {@code name} is for the journal. */
  public record Payee(String name, String address, long amount) {}

  /** Reads the chain up to {@code tip}, which is where its next payments are noted. */
  void refresh(long tip) {
    wallet.refresh();
    height = tip;
  }

  /** What it could spend now, atomic units. */
  public long unlocked() {
    WalletBalance balance = wallet.client().balance(ACCOUNT);
    return balance.unlocked();
  }

  /** Its outputs that could be spent now. */
  public List<WalletOutput> spendable() {
    return wallet.client().outputs().stream()
        .filter(output -> output.state() == WalletOutput.State.UNLOCKED)
        .toList();
  }

  /** Pays {@code payees} at once; whether the wallet did. */
  public boolean pay(String kind, List<Payee> payees, WalletPriority priority) {
    List<WalletDestination> lines = new ArrayList<>();
    for (Payee payee : payees) {
      lines.add(new WalletDestination(payee.address(), payee.amount()));
    }
    List<String> to = payees.stream().map(Payee::name).toList();
    return done(kind, to, () -> wallet.client().pay(ACCOUNT, lines, priority));
  }

  /** Sends all that the subaddresses with {@code indices} received to its primary address. */
  public boolean consolidate(String kind, Set<Integer> indices) {
    return done(
        kind,
        List.of(name),
        () ->
            wallet.client().sweepSubaddresses(ACCOUNT, indices, address(), WalletPriority.DEFAULT));
  }

  /** Spends one output, whole. */
  public boolean send(String kind, KeyImage output, String to, String address) {
    return done(
        kind,
        List.of(to),
        () -> wallet.client().sweepOutput(output, address, WalletPriority.DEFAULT));
  }

  private boolean done(String kind, List<String> to, Supplier<WalletPayment> payment) {
    if (payment.get() instanceof WalletPayment.Sent sent) {
      journal.happened(new Event(height, name, kind, to, sent.transactions()));
      return true;
    }
    journal.refused();
    return false;
  }

  @Override
  public void close() {
    wallet.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
