package org.ringlight.truth.twin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.CsvReader;
import org.ringlight.truth.KnownOutput;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;
import org.ringlight.truth.story.plot.Role;

/**
 * What is known of a told chain: who spends which output; where {@code outputs.csv} lies beside
 * {@code truth.csv} what hidden outputs hold and whose they are, and where {@code labels.csv} does
 * what their owners are in the story.
 */
final class Truth {

  private final Path file;
  private final Map<KeyImage, TrueSpend> spends = new HashMap<>();
  private final Map<OutputName, KnownOutput> outputs = new HashMap<>();
  private final Map<OutputName, String> spenders = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();
  private long used;

  private Truth(Path file) {
    this.file = file;
  }

  /**
   * Reads {@code truth.csv} and what lies beside it.
   *
   * @throws DataInvalid where a line is not one of its file, or says twice what can be once
   */
  static Truth read(Path file) {
    Truth truth = new Truth(file);
    truth.readSpends();
    Path outputs = file.resolveSibling("outputs.csv");
    if (Files.exists(outputs)) {
      truth.readOutputs(outputs);
    }
    Path labels = file.resolveSibling("labels.csv");
    if (Files.exists(labels)) {
      for (AddressLabel label : TruthFiles.readLabels(labels)) {
        truth.roles.computeIfAbsent(label.owner(), owner -> new HashSet<>()).add(label.role());
      }
    }
    return truth;
  }

  private void readSpends() {
    try (CsvReader<TrueSpend> lines = TruthFiles.spends(file)) {
      for (TrueSpend spend = lines.next(); spend != null; spend = lines.next()) {
        if (spends.put(spend.keyImage(), spend) != null) {
          throw invalid("the key image comes twice", lines.place());
        }
        spenders.put(new OutputName(spend.indexSpace(), spend.amountIndex()), spend.owner());
      }
    }
  }

  private void readOutputs(Path beside) {
    try (CsvReader<KnownOutput> lines = TruthFiles.outputs(beside)) {
      for (KnownOutput output = lines.next(); output != null; output = lines.next()) {
        if (outputs.put(output.name(), output) != null) {
          throw invalid("the output comes twice", lines.place());
        }
      }
    }
  }

  /**
   * What a ring spends.
   *
   * @param place of the ring, for messages
   * @throws DataInvalid where no line says so, or the line's output is not where it says
   */
  TrueSpend spent(RingRow ring, String place) {
    TrueSpend spend = spends.get(ring.keyImage());
    String where = file + ", " + place + ", key image " + ring.keyImage();
    if (spend == null) {
      throw invalid("no line says what a ring spends", where);
    }
    if (ring.indexSpace() != spend.indexSpace()
        || spend.position() < 0
        || spend.position() >= ring.members().length
        || ring.members()[spend.position()] != spend.amountIndex()) {
      throw invalid(
          "output "
              + new OutputName(spend.indexSpace(), spend.amountIndex())
              + " is not at position "
              + spend.position()
              + " of its ring",
          where);
    }
    used++;
    return spend;
  }

  /** How many lines speak of rings that were not asked for. */
  long unused() {
    return spends.size() - used;
  }

  /** Atomic units in an output, unsigned; null where neither chain nor wallets say. */
  @Nullable Long amount(OutputRow output) {
    if (output.value() != null) {
      return output.value();
    }
    KnownOutput known = outputs.get(name(output));
    return known == null ? null : known.amount();
  }

  /** Whether an output belongs to one who is this in the story. */
  boolean belongsTo(Role role, OutputRow output) {
    KnownOutput known = outputs.get(name(output));
    String owner = known == null ? spenders.get(name(output)) : known.owner();
    return owner != null && is(owner, role);
  }

  /** Whether somebody is this in the story. */
  boolean is(String owner, Role role) {
    return roles.getOrDefault(owner, Set.of()).contains(role.words());
  }

  static OutputName name(OutputRow output) {
    return new OutputName(output.indexSpace(), output.amountIndex());
  }

  private static DataInvalid invalid(String what, String where) {
    return new DataInvalid(what, where, "is this the truth of the chain in the tables?");
  }
}
