package org.ringlight.cli;

import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.format.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight sql}. */
@Command(
    name = "sql",
    description = "Asks the tables in SQL (DuckDB's dialect); see the data dictionary.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight sql \"SELECT major, count(*) FROM xmr.blocks GROUP BY major\"",
      "  ringlight sql --format csv --at-height 3000000 \"SELECT height, fee FROM"
          + " xmr.transactions WHERE fee > 1e9\" > fees.csv"
    })
final class SqlCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Option(
      names = "--at-height",
      paramLabel = "H",
      description = "The chain as it was when its top block had this height.")
  @Nullable Long atHeight;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Parameters(paramLabel = "SQL", description = "One statement, in quotes.")
  String statement = "";

  @Override
  public Integer call() {
    if (atHeight != null && atHeight < 0) {
      throw new ParameterException(
          spec.commandLine(), "--at-height is a height, 0 or more, not " + atHeight);
    }
    try (Tables tables =
        Tables.open(
            parent.data(), atHeight == null ? OptionalLong.empty() : OptionalLong.of(atHeight))) {
      long rows = print(tables);
      if (format == Format.TABLE) {
        parent.talk().println(rows + (rows == 1 ? " row" : " rows"));
      }
    }
    return ExitCode.DONE;
  }

  private long print(Tables tables) {
    try {
      return tables.print(statement, format, parent.out());
    } catch (SQLException e) {
      throw new ParameterException(
          spec.commandLine(),
          String.valueOf(e.getMessage()).strip()
              + System.lineSeparator()
              + "Tables and columns: docs/reference/data-dictionary.md",
          e);
    }
  }
}
