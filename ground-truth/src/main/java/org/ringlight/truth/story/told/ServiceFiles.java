package org.ringlight.truth.story.told;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.WalletTransaction;
import org.ringlight.truth.story.Event;
import org.ringlight.truth.story.Rates;
import org.ringlight.truth.story.SwapTrade;
import org.ringlight.truth.story.SwapTrade.BitcoinLeg;
import org.ringlight.truth.story.Told;

/** What pools, swap services, price lists and auditors of a story tell: rows of their files. */
final class ServiceFiles {

  static final String PAYOUTS = "pool,time_utc,txid,amount_atomic,n_payees";
  static final String TRADES =
      "service,time_utc,pair,in_amount,out_amount,rate,fee,in_txid,out_txid,out_address,api_source";
  static final String LEGS = "service,time_utc,txid,address,amount_atomic,source";
  static final String PRICES = "time_utc,pair,price,source";
  static final String DISCLOSURES =
      "auditor,subject,address,view_key,legal_basis,valid_from,outputs_seen";

  private static final String PAIR = "XMR-BTC";

  private final Told told;
  private final Provenance provenance;

  ServiceFiles(Told told, Provenance provenance) {
    this.told = told;
    this.provenance = provenance;
  }

  /** One row for each payout transaction, as a pool's page shows it. */
  List<List<String>> payouts() {
    List<List<String>> rows = new ArrayList<>();
    for (Event event : told.minedEvents()) {
      if (event.kind() == Event.Kind.PAYOUT) {
        for (WalletTransaction tx : event.transactions()) {
          rows.add(
              List.of(
                  event.actor(),
                  event.when().time().toString(),
                  tx.hash().toString(),
                  Long.toString(tx.amount()),
                  Integer.toString(event.payees().size())));
        }
      }
    }
    return rows;
  }

  /** One row for each swap whose XMR leg was mined. */
  List<List<String>> trades() {
    return minedTrades().stream().map(this::trade).toList();
  }

  private List<String> trade(SwapTrade trade) {
    String monero =
        trade.moneroTxs().stream().map(TxHash::toString).collect(Collectors.joining(";"));
    String atomic = Long.toString(trade.atomic());
    String bitcoin = trade.bitcoin().txid();
    String satoshi = Long.toString(trade.bitcoin().satoshi());
    boolean sells = trade.direction() == SwapTrade.Direction.SELLS_MONERO;
    return List.of(
        trade.service(),
        trade.when().time().toString(),
        trade.direction().pair(),
        sells ? atomic : satoshi,
        sells ? satoshi : atomic,
        Rates.inBitcoin(trade.satoshiPerMonero()),
        Long.toString(trade.fee()),
        sells ? monero : bitcoin,
        sells ? bitcoin : monero,
        sells ? trade.bitcoin().address() : trade.moneroAddress(),
        provenance.source() + "; Bitcoin leg invented");
  }

  /** The Bitcoin payments of those swaps, in the order of their time. */
  List<List<String>> legs() {
    return minedTrades().stream()
        .sorted(Comparator.comparing(trade -> trade.bitcoin().time()))
        .map(
            trade -> {
              BitcoinLeg leg = trade.bitcoin();
              return List.of(
                  trade.service(),
                  leg.time().toString(),
                  leg.txid(),
                  leg.address(),
                  Long.toString(leg.satoshi()),
                  provenance.source() + "; invented");
            })
        .toList();
  }

  private List<SwapTrade> minedTrades() {
    return told.journal().trades().stream()
        .filter(trade -> trade.moneroTxs().stream().allMatch(told::isMined))
        .toList();
  }

  /** The price of every hour. */
  List<List<String>> rates() {
    return told.rates().all().stream()
        .map(
            rate ->
                List.of(
                    rate.from().toString(), PAIR, rate.price(), provenance.source() + "; invented"))
        .toList();
  }

  /** The view keys that were given to auditors. */
  List<List<String>> disclosures() {
    return told.disclosures().stream()
        .map(
            key ->
                List.of(
                    key.auditor(),
                    key.subject(),
                    key.address(),
                    key.viewKey(),
                    "invented",
                    key.when().toString(),
                    Long.toString(key.outputsSeen())))
        .toList();
  }
}
