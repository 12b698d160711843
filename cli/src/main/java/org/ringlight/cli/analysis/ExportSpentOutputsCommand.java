package org.ringlight.cli.analysis;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.analytics.analysis.StoredFindings;
import org.ringlight.analytics.export.SpentOutputsFile;
import org.ringlight.analytics.export.SpentOutputsSink;
import org.ringlight.cli.ExitCode;
import org.ringlight.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight export spent-outputs}. */
@Command(
    name = "spent-outputs",
    description = {
      "The outputs that are found to be spent, by whichever ring: what wallets should not take for"
          + " decoys any more.",
      "blackball is the format of monero-blockchain-mark-spent-outputs --export, which wallets"
          + " read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight export spent-outputs --format blackball --out spent.txt",
      "  ringlight export spent-outputs --format csv --out spent.csv --conditional"
    })
final class ExportSpentOutputsCommand implements Callable<Integer> {

  @ParentCommand ExportCommand export;

  /** The forms of the file. */
  enum Form {
    BLACKBALL,
    CSV,
    PARQUET
  }

  @Option(
      names = "--format",
      required = true,
      paramLabel = "blackball|csv|parquet",
      description = "How it is written.")
  Form format = Form.BLACKBALL;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  Path out = Path.of("spent.txt");

  @Option(
      names = "--conditional",
      description = "With those that rest on an assertion, not only the proven ones.")
  boolean conditional;

  @Override
  public Integer call() {
    AtomicLong count = new AtomicLong();
    Path file = OutFile.of(out);
    try (Lake lake = Lake.openExisting(export.parent.data())) {
      StoredFindings findings = new StoredFindings(lake);
      switch (format) {
        case BLACKBALL -> SpentOutputsFile.write(file, sink -> spent(findings, count, sink));
        case CSV ->
            FindingsText.write(
                file,
                "index_space,amount_index",
                lines ->
                    spent(
                        findings,
                        count,
                        (space, index) ->
                            lines.accept(Long.toUnsignedString(space) + "," + index)));
        case PARQUET -> SpentOutputsParquet.write(file, sink -> spent(findings, count, sink));
      }
    }
    export
        .parent
        .talk()
        .printf(Locale.ROOT, "%,d spent outputs written to %s.%n", count.get(), out);
    return ExitCode.DONE;
  }

  private void spent(StoredFindings findings, AtomicLong count, SpentOutputsSink sink) {
    findings.spent(
        conditional ? StoredFindings.Conditional.WITH : StoredFindings.Conditional.WITHOUT,
        (space, index) -> {
          count.incrementAndGet();
          sink.spent(space, index);
        });
  }
}
