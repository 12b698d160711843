package org.ringlight.cli.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.analysis.StoredFindings;
import org.ringlight.analytics.export.SpentOutputsFile;
import org.ringlight.analytics.official.OfficialMarks;
import org.ringlight.analytics.official.OfficialRule;
import org.ringlight.analytics.official.OfficialRules;
import org.ringlight.cli.progress.ProgressStyle;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.OutputName;

/**
 * The marks of the official rules, rule by rule, beside what is proven, and for what is not the
 * faulty rule that made it.
 */
final class OfficialReport {

  private static final String FAULT =
      "it counts the rings that spend outputs with a view tag, and not these outputs, so that it"
          + " takes an amount for all spent too early; the chain reaction goes on from there";

  private final ProgressStyle style;
  private final PrintWriter talk;

  OfficialReport(ProgressStyle style, PrintWriter talk) {
    this.style = style;
    this.talk = talk;
  }

  /**
   * Marks, compares and writes.
   *
   * @param out the marks in the tool's format, or null
   * @param disputed the marks that no proven finding holds, as CSV, or null: which rule made each,
   *     and which faulty rule this goes back to, empty where none does
   */
  ObjectNode write(Lake lake, @Nullable Path out, @Nullable Path disputed) {
    OfficialMarks marks = marks(lake);
    if (out != null) {
      SpentOutputsFile.write(
          OutFile.of(out), sink -> marks.forEach((space, index, rule) -> sink.spent(space, index)));
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    Set<OutputName> proven = proven(lake);
    Map<OfficialRule, Long> unproven = new EnumMap<>(OfficialRule.class);
    Map<OfficialRule, Long> unfounded = new EnumMap<>(OfficialRule.class);
    if (proven != null) {
      marks.forEach(
          (space, index, rule) -> {
            if (!proven.contains(new OutputName(space, index))) {
              unproven.merge(rule, 1L, Long::sum);
              if (marks.fault(space, index).isPresent()) {
                unfounded.merge(rule, 1L, Long::sum);
              }
            }
          });
      if (disputed != null) {
        dispute(disputed, marks, proven);
      }
    } else {
      talk.println(
          "Nothing was analysed yet, so the marks stand beside nothing: ringlight analyze.");
    }
    long all = 0;
    long unexplained = 0;
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    for (OfficialRule rule : OfficialRule.values()) {
      ObjectNode line = lines.addObject();
      line.put("rule", rule.word());
      line.put("marks", marks.count(rule));
      if (proven != null) {
        line.put("proven", marks.count(rule) - unproven.getOrDefault(rule, 0L));
        long open = unproven.getOrDefault(rule, 0L);
        long faulty = unfounded.getOrDefault(rule, 0L);
        line.put("not_proven", open);
        line.put("made_by_faulty_rule", faulty);
        line.put("not_explained", open - faulty);
        unexplained += open - faulty;
      }
      all += marks.count(rule);
    }
    document.put("marks", all);
    if (!unfounded.isEmpty()) {
      document.put("faulty_rule", OfficialRule.FULL_COUNT.word());
      document.put("fault", FAULT);
    }
    if (unexplained > 0) {
      talk.println(
          "Some marks that no rule is at fault for are not proven either: the findings are of"
              + " another tip, or of some heuristics only. Run ringlight analyze again.");
    }
    document.set("rules", lines);
    return document;
  }

  private OfficialMarks marks(Lake lake) {
    AtomicLong read = new AtomicLong();
    AtomicLong rings = new AtomicLong();
    try (Snapshot tables =
        lake.current(Namespace.XMR)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "there is no chain in the tables",
                        lake.folder().toString(),
                        "index one, or see ringlight demo"))) {
      return Ticker.during(
          style,
          talk,
          () -> new Stand("mark", "rings", read.get(), rings.get(), List.of()),
          () ->
              OfficialRules.run(
                  tables,
                  (done, of) -> {
                    read.set(done);
                    rings.set(of);
                  }));
    }
  }

  private static @Nullable Set<OutputName> proven(Lake lake) {
    if (lake.tip(Namespace.FINDINGS).isEmpty()) {
      return null;
    }
    Set<OutputName> proven = new HashSet<>();
    new StoredFindings(lake)
        .spent(
            StoredFindings.Conditional.WITHOUT,
            (space, index) -> proven.add(new OutputName(space, index)));
    return proven;
  }

  private static void dispute(Path file, OfficialMarks marks, Set<OutputName> proven) {
    try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      lines.write("index_space,amount_index,rule,faulty_rule\n");
      marks.forEach(
          (space, index, rule) -> {
            if (!proven.contains(new OutputName(space, index))) {
              String fault = marks.fault(space, index).map(OfficialRule::word).orElse("");
              line(
                  lines,
                  "%s,%d,%s,%s\n"
                      .formatted(Long.toUnsignedString(space), index, rule.word(), fault));
            }
          });
    } catch (IOException | UncheckedIOException e) {
      throw new StoreUnavailable(
          "the disputed marks cannot be written: " + e,
          file.toString(),
          "check folder and space",
          e);
    }
  }

  private static void line(BufferedWriter lines, String line) {
    try {
      lines.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
