package org.ringlight.lake.iceberg;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.ringlight.failure.DataInvalid;

/**
 * Puts moved paths right in Iceberg's manifest lists and manifests, Avro files whose fields the
 * table specification names. Everything else in them is copied as it is; a file that is right
 * already is left alone. Iceberg's own {@code RewriteTablePathUtil} (1.11.0) leaves the length of a
 * manifest as it was in the list, and who trusts it, as Spark does, cannot read the manifest.
 */
final class ManifestPaths {

  private static final int DELETED = 2;

  private final MovedPaths paths;
  private final LocalFiles files;

  ManifestPaths(MovedPaths paths, LocalFiles files) {
    this.paths = paths;
    this.files = files;
  }

  /** Rewrites a manifest list; its manifests, which it names with their lengths, come first. */
  void rewriteList(Path list) throws IOException {
    for (String manifest : manifests(list)) {
      rewriteManifest(Path.of(paths.here(manifest)));
    }
    rewrite(
        list,
        entry -> {
          String here = paths.here(entry.get("manifest_path").toString());
          boolean old = paths.old(entry.get("manifest_path").toString());
          entry.put("manifest_path", here);
          entry.put("manifest_length", Files.size(Path.of(here)));
          return old;
        });
  }

  private List<String> manifests(Path list) throws IOException {
    List<String> manifests = new ArrayList<>();
    try (DataFileReader<GenericRecord> entries = read(list)) {
      entries.forEach(entry -> manifests.add(entry.get("manifest_path").toString()));
    }
    return manifests;
  }

  private void rewriteManifest(Path manifest) throws IOException {
    rewrite(
        manifest,
        entry -> {
          GenericRecord file = (GenericRecord) entry.get("data_file");
          String said = file.get("file_path").toString();
          String here = paths.here(said);
          if ((Integer) entry.get("status") != DELETED) {
            requireWhole(Path.of(here), (Long) file.get("file_size_in_bytes"));
          }
          file.put("file_path", here);
          return paths.old(said);
        });
  }

  private static void requireWhole(Path file, long length) throws IOException {
    if (!Files.exists(file) || Files.size(file) != length) {
      throw new DataInvalid(
          "a data file is missing or cut short: the folder was not copied whole",
          file.toString(),
          "copy it again while nothing writes to the original");
    }
  }

  /** Changes an entry and says whether it had to. */
  @FunctionalInterface
  private interface Change {
    boolean apply(GenericRecord entry) throws IOException;
  }

  private static DataFileReader<GenericRecord> read(Path file) throws IOException {
    return new DataFileReader<>(file.toFile(), new GenericDatumReader<>());
  }

  private void rewrite(Path file, Change change) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    boolean changed = false;
    try (DataFileReader<GenericRecord> entries = read(file);
        FileOutputStream out = new FileOutputStream(draft.toFile());
        DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
      for (String key : entries.getMetaKeys()) {
        if (!DataFileWriter.isReservedMeta(key)) {
          writer.setMeta(key, entries.getMeta(key));
        }
      }
      String codec = entries.getMetaString(DataFileConstants.CODEC);
      writer.setCodec(codec == null ? CodecFactory.nullCodec() : CodecFactory.fromString(codec));
      writer.create(entries.getSchema(), out);
      for (GenericRecord entry : entries) {
        changed |= change.apply(entry);
        writer.append(entry);
      }
    }
    if (changed) {
      files.replaceDurably(draft, file);
    } else {
      Files.delete(draft);
    }
  }
}
