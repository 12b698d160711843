package org.ringlight.truth.story.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletTransaction;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.story.Event;
import org.ringlight.truth.story.Payee;
import org.ringlight.truth.story.Rates;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.plot.Part;

/**
 * What an exchange wrote down: deposits as they were mined, withdrawals as they were asked for, and
 * for whoever withdraws more than was deposited, a trade just before that bought what was lacking.
 * The trades are invented; no account is ever below zero.
 */
final class ExchangeLog {

  static final String HEADER =
      "exchange,account_ref,direction,asset,amount_atomic,fee_atomic,time_utc,time_precision_s,"
          + "txid,address_or_subaddress,payment_id,counter_asset,counter_amount_atomic,case_ref,"
          + "source,legal_basis,sha256";

  private final Told told;
  private final Part.Exchange exchange;
  private final Provenance provenance;
  private final Map<Integer, AddressLabel> customers;
  private final Map<String, Integer> accounts = new HashMap<>();

  private ExchangeLog(Told told, Part.Exchange exchange, Provenance provenance) {
    this.told = told;
    this.exchange = exchange;
    this.provenance = provenance;
    this.customers = told.customers().getOrDefault(exchange.name(), Map.of());
    customers.forEach((index, label) -> accounts.put(label.usedBy(), index));
  }

  private enum Direction {
    DEPOSIT("deposit"),
    TRADE("trade"),
    WITHDRAWAL("withdrawal");

    private final String word;

    Direction(String word) {
      this.word = word;
    }
  }

  private record Line(
      Instant time,
      int account,
      Direction direction,
      long amount,
      long fee,
      String txid,
      String address,
      long paid) {}

  /** The logs of all exchanges of a story, one after the other. */
  static List<List<String>> rows(Told told, Provenance provenance) {
    List<List<String>> rows = new ArrayList<>();
    told.story()
        .parts(Part.Exchange.class)
        .forEach(exchange -> rows.addAll(new ExchangeLog(told, exchange, provenance).rows()));
    return rows;
  }

  private List<List<String>> rows() {
    List<Line> lines = new ArrayList<>();
    addDeposits(lines);
    addWithdrawals(lines);
    lines.sort(
        Comparator.comparing(Line::time)
            .thenComparing(Line::direction)
            .thenComparing(Line::account)
            .thenComparing(Line::txid)
            .thenComparing(Line::amount));
    return withTrades(lines).stream().map(this::row).toList();
  }

  private void addDeposits(List<Line> lines) {
    for (WalletOutput output : told.owned().getOrDefault(exchange.name(), List.of())) {
      AddressLabel deposit = customers.get(output.subaddress());
      if (deposit != null) {
        lines.add(
            new Line(
                told.chain().minedAt(output.txHash()).orElseThrow(),
                output.subaddress(),
                Direction.DEPOSIT,
                output.amount(),
                0,
                output.txHash().toString(),
                deposit.address(),
                0));
      }
    }
  }

  private void addWithdrawals(List<Line> lines) {
    for (Event event : told.minedEvents()) {
      if (event.kind() == Event.Kind.WITHDRAWAL && event.actor().equals(exchange.name())) {
        long fee = event.transactions().stream().mapToLong(WalletTransaction::fee).sum();
        String txid =
            event.hashes().stream().map(TxHash::toString).collect(Collectors.joining(";"));
        for (Payee payee : event.payees()) {
          lines.add(
              new Line(
                  event.when().time(),
                  accounts.getOrDefault(payee.name(), 0),
                  Direction.WITHDRAWAL,
                  payee.amount(),
                  fee / event.payees().size(),
                  txid,
                  payee.address(),
                  0));
        }
      }
    }
  }

  private List<Line> withTrades(List<Line> lines) {
    Map<Integer, Long> balances = new TreeMap<>();
    List<Line> all = new ArrayList<>();
    for (Line line : lines) {
      long balance = balances.getOrDefault(line.account(), 0L);
      if (line.direction() == Direction.DEPOSIT) {
        balance += line.amount();
      } else {
        long lacking = line.amount() + line.fee() - balance;
        if (lacking > 0) {
          all.add(purchase(line, lacking));
          balance += lacking;
        }
        balance -= line.amount() + line.fee();
      }
      balances.put(line.account(), balance);
      all.add(line);
    }
    return all;
  }

  private Line purchase(Line withdrawal, long lacking) {
    long price = told.rates().satoshiPerMonero(withdrawal.time());
    return new Line(
        withdrawal.time(),
        withdrawal.account(),
        Direction.TRADE,
        lacking,
        0,
        "",
        "",
        Rates.satoshi(lacking, price));
  }

  private List<String> row(Line line) {
    long seconds = line.time().getEpochSecond();
    Instant time =
        Instant.ofEpochSecond(seconds - Math.floorMod(seconds, exchange.logPrecisionSeconds()));
    boolean trade = line.direction() == Direction.TRADE;
    return List.of(
        exchange.name(),
        "acct-" + line.account(),
        line.direction().word,
        "XMR",
        Long.toString(line.amount()),
        Long.toString(line.fee()),
        time.toString(),
        Integer.toString(exchange.logPrecisionSeconds()),
        line.txid(),
        line.address(),
        "",
        trade ? "BTC" : "",
        trade ? Long.toString(line.paid()) : "",
        "",
        provenance.source(),
        "invented",
        provenance.sha256());
  }
}
