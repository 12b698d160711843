package org.ringlight.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.indexer.verify.BitcoinCheckReport;
import org.ringlight.indexer.verify.BitcoinTableCheck;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/** The part of {@code verify} that is about Bitcoin's tables. */
final class BitcoinVerify {

  private static final int SATOSHI_DIGITS = 8;

  private final Ringlight ringlight;

  BitcoinVerify(Ringlight ringlight) {
    this.ringlight = ringlight;
  }

  /** Checks them and prints what was found. */
  BitcoinCheckReport run(Snapshot tables, ChainIdentity identity, Path scratch) {
    BitcoinNetwork network =
        BitcoinNetwork.withGenesis(identity.genesis())
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "the tables hold a network that is not known here: " + identity.network(),
                        tables.namespace().sqlName(),
                        "use the version of Ringlight that wrote them, or a newer one"));
    BitcoinTableCheck check = new BitcoinTableCheck(tables, network, scratch);
    BitcoinCheckReport report =
        Ticker.during(
            ringlight.progress(), ringlight.talk(), () -> stand(check, tables), check::run);
    print(report, tables, network);
    return report;
  }

  private static Stand stand(BitcoinTableCheck check, Snapshot tables) {
    return new Stand(
        "verify btc",
        "blocks",
        check.blocksChecked(),
        tables.tip().height() + 1 - tables.lowestHeight(BitcoinBlockRow.TABLE).orElse(0),
        List.of(new Stand.Figure("tx", check.transactionsChecked(), Stand.Kind.COUNT_PER_SECOND)));
  }

  private void print(BitcoinCheckReport report, Snapshot tables, BitcoinNetwork network) {
    line(
        "btc tip",
        network.word() + " height " + tables.tip().height() + ", " + tables.tip().hash());
    line("btc block ids recomputed", count(report.blocks()));
    line("transactions under merkle roots", count(report.transactions()));
    line("inputs that fit their outputs", count(report.inputs()));
    if (report.olderInputs() > 0) {
      line("inputs left open", count(report.olderInputs()) + " (older, or in quarantine)");
    }
    line("outputs in order", count(report.outputs()));
    line("addresses", count(report.addresses()));
    coins("unspent", report.unspent());
    coins("not claimed by miners", report.unclaimed());
    if (report.quarantined() > 0) {
      line("in quarantine", count(report.quarantined()));
    }
  }

  private void coins(String name, OptionalLong satoshi) {
    if (satoshi.isPresent()) {
      line(name, BigDecimal.valueOf(satoshi.getAsLong(), SATOSHI_DIGITS).toPlainString() + " BTC");
    }
  }

  private void line(String name, String value) {
    PrintWriter out = ringlight.out();
    out.printf(Locale.ROOT, "%-32s %s%n", name, value);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
