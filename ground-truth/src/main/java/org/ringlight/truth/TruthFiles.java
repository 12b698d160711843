package org.ringlight.truth;

import java.nio.file.Path;
import java.util.List;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** The files of truth beside made chains, as {@link CsvFile} has them. */
public final class TruthFiles {

  /** The columns of {@code truth.csv}. */
  public static final String SPENDS = "key_image,index_space,amount_index,position,owner";

  private static final String OUTPUTS = "index_space,amount_index,owner,amount";
  private static final String LABELS = "address,owner,role,used_by";

  private TruthFiles() {}

  /** Writes {@code truth.csv}: unsigned numbers, one line per spend in the order given. */
  public static void writeSpends(Path file, List<TrueSpend> spends) {
    try (CsvWriter out = new CsvWriter(file, SPENDS)) {
      spends.forEach(spend -> writeSpend(out, spend));
    }
  }

  /** Writes the next line of a {@code truth.csv}. */
  public static void writeSpend(CsvWriter out, TrueSpend spend) {
    out.field(spend.keyImage())
        .unsigned(spend.indexSpace())
        .unsigned(spend.amountIndex())
        .unsigned(spend.position())
        .field(spend.owner())
        .endLine();
  }

  /** Reads {@code truth.csv} whole; fails as {@link CsvReader} does. */
  public static List<TrueSpend> readSpends(Path file) {
    return CsvFile.read(file, SPENDS, TruthFiles::spend);
  }

  /** Reads {@code truth.csv} line by line. */
  public static CsvReader<TrueSpend> spends(Path file) {
    return new CsvReader<>(file, SPENDS, TruthFiles::spend);
  }

  private static TrueSpend spend(String[] fields) {
    return new TrueSpend(
        KeyImage.parse(fields[0]),
        Long.parseUnsignedLong(fields[1]),
        Long.parseUnsignedLong(fields[2]),
        Integer.parseInt(fields[3]),
        fields[4]);
  }

  /** Writes {@code outputs.csv}: whose the outputs are, in the order given, amounts unsigned. */
  public static void writeOutputs(Path file, List<KnownOutput> outputs) {
    try (CsvWriter out = new CsvWriter(file, OUTPUTS)) {
      for (KnownOutput output : outputs) {
        out.unsigned(output.name().indexSpace())
            .unsigned(output.name().amountIndex())
            .field(output.owner())
            .unsigned(output.amount())
            .endLine();
      }
    }
  }

  /** Reads {@code outputs.csv} whole; fails as {@link CsvReader} does. */
  public static List<KnownOutput> readOutputs(Path file) {
    return CsvFile.read(file, OUTPUTS, TruthFiles::output);
  }

  /** Reads {@code outputs.csv} line by line. */
  public static CsvReader<KnownOutput> outputs(Path file) {
    return new CsvReader<>(file, OUTPUTS, TruthFiles::output);
  }

  private static KnownOutput output(String[] fields) {
    return new KnownOutput(
        new OutputName(Long.parseUnsignedLong(fields[0]), Long.parseUnsignedLong(fields[1])),
        fields[2],
        Long.parseUnsignedLong(fields[3]));
  }

  /** Writes {@code labels.csv}. */
  public static void writeLabels(Path file, List<AddressLabel> labels) {
    CsvFile.write(
        file,
        LABELS,
        labels.stream().map(l -> List.of(l.address(), l.owner(), l.role(), l.usedBy())).toList());
  }

  /**
   * Reads {@code labels.csv}.
   *
   * @throws org.ringlight.failure.DataInvalid if a line is not one of a label file
   */
  public static List<AddressLabel> readLabels(Path file) {
    return CsvFile.read(file, LABELS, f -> new AddressLabel(f[0], f[1], f[2], f[3]));
  }
}
