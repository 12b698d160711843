package org.ringlight.truth.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ringlight.protocol.KeyImage;
import org.ringlight.rpc.WalletClient;
import org.ringlight.rpc.WalletDestination;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPayment;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.rpc.WalletTransaction;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.regtest.WalletProcess;
import org.ringlight.truth.story.plot.Role;

/**
 * Somebody with a wallet. Whatever is paid goes through here and into the journal. Used by one
 * thread at a time.
 */
public final class Actor {

  private static final int ACCOUNT = 0;

  private final String name;
  private final Role role;
  private final WalletProcess wallet;
  private final Journal journal;
  private final WalletClock clock;
  private final Dice dice;
  private Moment now = new Moment(0, Instant.EPOCH);

  Actor(
      String name, Role role, WalletProcess wallet, Journal journal, WalletClock clock, Dice dice) {
    this.name = name;
    this.role = role;
    this.wallet = wallet;
    this.journal = journal;
    this.clock = clock;
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
    var made = clock.during(() -> client().newSubaddress(ACCOUNT));
    journal.belongs(new AddressLabel(made.address(), name, use, user));
    return new Subaddress(made.index(), made.address());
  }

  /** One of the actor's subaddresses. */
  public record Subaddress(int index, String address) {}

  /** Reads the chain up to {@code tip}, which is when its next payments are noted. */
  void refresh(Moment tip) {
    clock.during(
        () -> {
          wallet.refresh();
          return this;
        });
    now = tip;
  }

  /** What it could spend now, atomic units. */
  public long unlocked() {
    return clock.during(() -> client().balance(ACCOUNT)).unlocked();
  }

  /** Every output it ever owned. */
  public List<WalletOutput> outputs() {
    return clock.during(() -> client().outputs());
  }

  /** Its outputs that could be spent now. */
  public List<WalletOutput> spendable() {
    return outputs().stream()
        .filter(output -> output.state() == WalletOutput.State.UNLOCKED)
        .toList();
  }

  /** Pays {@code payees} at once; what was sent, nothing if the wallet would not. */
  public List<WalletTransaction> pay(Event.Kind kind, List<Payee> payees, WalletPriority priority) {
    List<WalletDestination> lines = new ArrayList<>();
    for (Payee payee : payees) {
      lines.add(new WalletDestination(payee.address(), payee.amount()));
    }
    return done(kind, payees, () -> client().pay(ACCOUNT, lines, priority));
  }

  /** Sends all that the subaddresses with {@code indices} received to its primary address. */
  public List<WalletTransaction> consolidate(Event.Kind kind, Set<Integer> indices) {
    return done(
        kind,
        List.of(new Payee(name, address(), 0)),
        () -> client().sweepSubaddresses(ACCOUNT, indices, address(), WalletPriority.DEFAULT));
  }

  /** Spends one output, whole; {@code to} gets all but the fee. */
  public List<WalletTransaction> send(Event.Kind kind, WalletOutput output, Payee to) {
    KeyImage image = output.ownKeyImage();
    return done(
        kind, List.of(to), () -> client().sweepOutput(image, to.address(), WalletPriority.DEFAULT));
  }

  private List<WalletTransaction> done(
      Event.Kind kind, List<Payee> payees, Supplier<WalletPayment> payment) {
    if (clock.during(payment) instanceof WalletPayment.Sent sent) {
      journal.happened(new Event(now, name, kind, payees, sent.transactions()));
      return sent.transactions();
    }
    journal.refused();
    return List.of();
  }

  private WalletClient client() {
    return wallet.client();
  }

  @Override
  public String toString() {
    return name;
  }
}
