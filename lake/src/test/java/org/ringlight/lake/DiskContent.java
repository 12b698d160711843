package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/** Which data files a data directory has. */
final class DiskContent {

  private DiskContent() {}

  /** Requires the data files of the kept tips to be there, one of tips, and no other. */
  static void requireNothingBut(Lake lake, Path data) throws IOException {
    Set<String> needed = new HashSet<>();
    for (Namespace namespace : Namespace.values()) {
      for (Tip tip : lake.tips(namespace)) {
        try (Snapshot tables = lake.at(namespace, tip)) {
          for (Table<?> table : namespace.tables()) {
            needed.addAll(tables.files(table));
          }
        }
      }
    }
    List<String> there = dataFiles(data);
    assertThat(there.stream().filter(file -> !file.contains("/tips/")).collect(Collectors.toSet()))
        .isEqualTo(needed);
  }

  static List<String> dataFiles(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data.toRealPath())) {
      return files.map(Path::toString).filter(file -> file.endsWith(".parquet")).sorted().toList();
    }
  }
}
