package org.ringlight.truth.story.plot;

import java.util.List;

/**
 * Some of a story's actors and what they do. Names are checked: whoever is named exists and is what
 * is asked for. Amounts are atomic units; chances and shares are in percent.
 */
public sealed interface Part {

  /** Who it is about. */
  List<String> names();

  /**
   * A mining pool that pays its miners in batches.
   *
   * @param findsPercent share of the blocks it finds
   * @param pays the miners it pays
   * @param addressesEach payout addresses of each of them, the primary one among them
   * @param batch how many addresses one payout pays at most
   * @param everyTurns how many turns pass from one payout to the next
   * @param least that must be unlocked before it pays
   * @param paysPercent share of what is unlocked that a payout pays
   */
  record Pool(
      String name,
      int findsPercent,
      List<String> pays,
      int addressesEach,
      int batch,
      int everyTurns,
      long least,
      Span paysPercent)
      implements Part {

    public Pool {
      pays = List.copyOf(pays);
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }
  }

  /**
   * Miners or users in their daily life. Miners also find the blocks that no pool finds.
   *
   * @param actsPercent chance that one of them does anything in a turn
   * @param depositsPercent chance that it is a deposit, if they are customers of an exchange
   * @param tidiesPercent chance that it is a payment to themselves
   * @param spendsPercent share of what is unlocked that a payment pays
   * @param friends whom they pay
   */
  record People(
      List<String> names,
      Role role,
      int actsPercent,
      int depositsPercent,
      int tidiesPercent,
      Span spendsPercent,
      List<String> friends)
      implements Part {

    public People {
      names = List.copyOf(names);
      friends = List.copyOf(friends);
    }
  }

  /**
   * An exchange with a deposit subaddress for each customer.
   *
   * @param customers who deposit and withdraw
   * @param withdrawsPercent chance that it pays a batch of withdrawals in a turn
   * @param outputs outputs of such a batch, its change among them
   * @param consolidatesEveryBlocks blocks from one consolidation of deposits to the next
   * @param least that must be unlocked before it pays
   * @param logPrecisionSeconds grain of the times in its log
   */
  record Exchange(
      String name,
      List<String> customers,
      int withdrawsPercent,
      Span outputs,
      int consolidatesEveryBlocks,
      long least,
      int logPrecisionSeconds)
      implements Part {

    public Exchange {
      customers = List.copyOf(customers);
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }
  }

  /**
   * A service that swaps XMR for BTC and back, with an address of its own for each trade.
   *
   * @param sellsPercent chance that a customer sells XMR in a turn
   * @param buysPercent chance that a customer buys XMR in a turn, one after the other
   * @param sharePercent share of what the payer has unlocked that is swapped
   * @param feePerMille fee in thousandths of what comes in
   */
  record SwapService(
      String name,
      List<String> customers,
      int sellsPercent,
      int buysPercent,
      Span sharePercent,
      int feePerMille)
      implements Part {

    public SwapService {
      customers = List.copyOf(customers);
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }
  }

  /**
   * A thief who robs an exchange, churns the loot and deposits it part by part.
   *
   * @param victim the exchange that is robbed
   * @param fence the exchange that takes the deposits
   * @param onDay day of the theft, counted from the first block
   * @param takesPercent share of the victim's unlocked money
   * @param parts into how many the loot is split
   * @param hops how often each part is sent on before it is deposited
   */
  record Thief(
      String name, String victim, String fence, int onDay, Span takesPercent, int parts, int hops)
      implements Part {

    /** The same theft in a story of {@code days} in place of {@code before}. */
    Part sooner(int days, int before) {
      int day = Math.max(1, onDay * days / before);
      return new Thief(name, victim, fence, day, takesPercent, parts, hops);
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }
  }

  /**
   * An auditor, who has no money: somebody with the view keys of others.
   *
   * @param sees whose
   */
  record Auditor(String name, List<String> sees) implements Part {

    public Auditor {
      sees = List.copyOf(sees);
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }
  }

  /**
   * Somebody who, after the last turn, pays an exchange in blocks that a reorganisation takes back,
   * and spends the same output another way in those that stay.
   *
   * @param orphanedBlocks how many blocks are taken back
   */
  record DoubleSpender(String name, String victim, int orphanedBlocks) implements Part {

    @Override
    public List<String> names() {
      return List.of(name);
    }
  }
}
