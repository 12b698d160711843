package org.ringlight.cli.analysis;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.ringlight.analytics.analysis.StoredFindings;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.FindingText;
import org.ringlight.cli.ExitCode;
import org.ringlight.lake.Lake;
import org.ringlight.lake.parquet.RowExport;
import org.ringlight.lake.table.ClaimRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight export findings}. */
@Command(
    name = "findings",
    description = {
      "All findings of the last run. csv and jsonl are the forms that evaluate --findings and graph"
          + " findings read; parquet has every column of findings.claims, with what each finding"
          + " rests on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight export findings --format jsonl --out findings.jsonl",
      "  ringlight export findings --format parquet --out findings.parquet"
    })
final class ExportFindingsCommand implements Callable<Integer> {

  @ParentCommand ExportCommand export;

  /** The forms of the file. */
  enum Form {
    CSV,
    JSONL,
    PARQUET
  }

  @Option(
      names = "--format",
      required = true,
      paramLabel = "csv|jsonl|parquet",
      description = "How it is written.")
  Form format = Form.JSONL;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
  Path out = Path.of("findings.jsonl");

  @Override
  public Integer call() {
    AtomicLong count = new AtomicLong();
    Path file = OutFile.of(out);
    try (Lake lake = Lake.openExisting(export.parent.data())) {
      StoredFindings findings = new StoredFindings(lake);
      switch (format) {
        case CSV -> text(file, findings, count, FindingText.CSV_HEADER, FindingText::csv);
        case JSONL -> text(file, findings, count, "", FindingText::json);
        case PARQUET ->
            RowExport.write(
                file,
                ClaimRow.TABLE,
                rows ->
                    findings.eachRow(
                        row -> {
                          count.incrementAndGet();
                          rows.accept(row);
                        }));
      }
    }
    export.parent.talk().printf(Locale.ROOT, "%,d findings written to %s.%n", count.get(), out);
    return ExitCode.DONE;
  }

  private static void text(
      Path file,
      StoredFindings findings,
      AtomicLong count,
      String header,
      Function<Finding, String> line) {
    FindingsText.write(
        file,
        header,
        lines ->
            findings.each(
                finding -> {
                  count.incrementAndGet();
                  lines.accept(line.apply(finding));
                }));
  }
}
