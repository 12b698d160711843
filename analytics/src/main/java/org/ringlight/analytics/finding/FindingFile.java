package org.ringlight.analytics.finding;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;

/**
 * A file of findings that somebody's own program wrote: JSON lines, or CSV with the header {@value
 * FindingCsv#HEADER}. One finding a line; {@code docs/reference/findings-file.md} describes it.
 * Read line by line, in the memory of one.
 */
public final class FindingFile {

  /** A line as a finding; refuses with {@code IllegalArgumentException}. */
  interface LineForm {
    Finding read(String line);
  }

  private static final String JSON_LINES = ".jsonl";

  private FindingFile() {}

  /**
   * Hands every finding of {@code file} to {@code findings}. An empty file holds none if its name
   * says that it is JSON lines, as an export that found nothing writes it; any other is refused.
   *
   * @return how many there were
   * @throws DataInvalid where a line is no finding, or {@code findings} refuses it; says the line
   */
  public static long read(Path file, FindingSink findings) {
    try (TextLines lines = TextLines.open(file)) {
      String line = lines.next();
      if (line == null && file.toString().endsWith(JSON_LINES)) {
        return 0;
      }
      LineForm form = form(line, lines);
      line = form instanceof FindingCsv ? lines.next() : line;
      long count = 0;
      for (; line != null; line = lines.next()) {
        Finding finding = finding(form, line, lines);
        try {
          findings.accept(finding);
        } catch (DataInvalid e) {
          throw e.within(lines.place());
        }
        count++;
      }
      return count;
    }
  }

  private static LineForm form(@Nullable String first, TextLines lines) {
    if (first != null && first.startsWith("{")) {
      return new FindingJson();
    } else if (FindingCsv.HEADER.equals(first)) {
      return new FindingCsv();
    }
    throw new DataInvalid(
        first == null ? "the file is empty" : "this is no findings file",
        lines.place(),
        "it begins with a JSON object, or with the line " + FindingCsv.HEADER);
  }

  private static Finding finding(LineForm form, String line, TextLines lines) {
    try {
      return form.read(line);
    } catch (IllegalArgumentException e) {
      throw new DataInvalid(
          "no finding: " + e.getMessage(), lines.place(), "see docs/reference/findings-file.md", e);
    }
  }
}
