package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoinSign;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoinVerdict;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoins;
import org.ringlight.analytics.bitcoin.run.CoinJoinRun;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.Typing;
import org.ringlight.cli.format.Format;
import org.ringlight.protocol.TxHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight coinjoin}. */
@Command(
    name = "coinjoin",
    description = {
      "Finds transactions that several people seem to have made together, and writes the signs as"
          + " findings: btc_findings.coinjoins in SQL.",
      "With transactions it says what their shape shows, and writes nothing; the lineage of"
          + " Whirlpool's coins is looked at over the whole chain alone. All of it is statistical:"
          + " payouts with equal amounts look so too."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight coinjoin", "  ringlight coinjoin --format json TXHASH"})
public final class CoinJoinCommand implements Callable<Integer> {

  private static final String SIGNS = "signs";
  private static final String KINDS = "kinds";

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "TXHASH",
      description = "Which transactions. Default: all.")
  List<String> typed = new ArrayList<>();

  @Option(names = "--no-write", description = "Write no findings.")
  boolean noWrite;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    List<TxHash> hashes = Typing.transactions(spec, typed);
    try (BitcoinTables tables = new BitcoinTables(parent)) {
      if (hashes.isEmpty()) {
        all(tables);
      } else {
        some(tables, hashes);
      }
    }
    return ExitCode.DONE;
  }

  private void all(BitcoinTables tables) {
    CoinJoinRun run = new CoinJoinRun(tables.chain(), tables.progress());
    Sections page = new Sections();
    tables.watched(
        () -> {
          if (noWrite) {
            run.look();
          } else {
            page.head().put("run", run.write(tables.lake()));
          }
          return run;
        });
    page.head().put("guarantee", "statistical").put("transactions", tables.chain().count());
    ArrayNode kinds = page.list(KINDS, "kind", "transactions", "guarantee");
    run.counts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            kind ->
                kinds
                    .addObject()
                    .put("kind", kind.getKey())
                    .put("transactions", kind.getValue())
                    .put("guarantee", "statistical"));
    page.print(parent.out(), format, KINDS);
  }

  private void some(BitcoinTables tables, List<TxHash> hashes) {
    Sections page = new Sections();
    page.head().put("guarantee", "statistical");
    ArrayNode rows =
        page.list(
            SIGNS,
            "transaction",
            "kind",
            "confidence",
            "participants",
            "denominations",
            "stands",
            "guarantee");
    for (TxHash hash : hashes) {
      CoinJoinVerdict verdict = CoinJoins.look(tables.transaction(hash));
      List<CoinJoinSign> signs = new ArrayList<>(verdict.signs());
      verdict.tx0().ifPresent(signs::add);
      if (signs.isEmpty()) {
        sign(rows.addObject(), hash).put("kind", "none").put("stands", false);
      }
      for (CoinJoinSign sign : signs) {
        ObjectNode row =
            sign(rows.addObject(), hash)
                .put("kind", sign.kind().word())
                .put("confidence", sign.confidence())
                .put("participants", sign.participants());
        ArrayNode denominations = row.putArray("denominations");
        sign.denominations().forEach(denominations::add);
        row.put("stands", !sign.kind().isMix() || !verdict.stonewall());
        row.put("guarantee", "statistical");
      }
    }
    page.print(parent.out(), format, SIGNS);
  }

  private static ObjectNode sign(ObjectNode row, TxHash hash) {
    return row.put("transaction", hash.toString())
        .putNull("kind")
        .putNull("confidence")
        .putNull("participants")
        .putNull("denominations")
        .putNull("stands")
        .put("guarantee", "statistical");
  }
}
