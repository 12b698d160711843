package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.RowDigest;

/** Whatever becomes of the folder of the maps, the tables go on as if nothing had been. */
class OddMapsTest {

  private interface Trouble {
    void befalls(Path maps, Path older) throws IOException;
  }

  @TempDir Path folder;

  private static void delete(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void halve(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }

  private static Map<String, Trouble> troubles() {
    Map<String, Trouble> troubles = new LinkedHashMap<>();
    troubles.put("deleted", (maps, older) -> delete(maps));
    for (String file : List.of("mark", "outputs.pages", "addresses.directory")) {
      troubles.put("without " + file, (maps, older) -> Files.delete(maps.resolve(file)));
      troubles.put("half of " + file, (maps, older) -> halve(maps.resolve(file)));
    }
    troubles.put(
        "a mark of nonsense", (maps, older) -> Files.writeString(maps.resolve("mark"), "1 2 3\n"));
    troubles.put(
        "an older copy put back",
        (maps, older) -> {
          delete(maps);
          copy(older, maps);
        });
    troubles.put(
        "an older file among new ones",
        (maps, older) -> {
          Files.delete(maps.resolve("outputs.pages"));
          Files.copy(older.resolve("outputs.pages"), maps.resolve("outputs.pages"));
        });
    return troubles;
  }

  @Test
  void theTablesAreThoseOfARunWithoutTrouble() throws IOException {
    MadeSource source = new MadeSource(new MadeChain(7).grow(30, 8));
    BitcoinFolder untroubled = new BitcoinFolder(folder.resolve("untroubled"));
    untroubled.index(source);
    RowDigest whole = untroubled.digest();
    int number = 0;
    for (Map.Entry<String, Trouble> trouble : troubles().entrySet()) {
      BitcoinFolder data = new BitcoinFolder(folder.resolve("data" + number));
      Path maps = data.path().resolve("ids-btc");
      Path older = folder.resolve("older" + number++);
      data.indexTo(source, 12);
      copy(maps, older);
      data.indexTo(source, 20);
      trouble.getValue().befalls(maps, older);
      data.index(source);
      assertThat(data.digest()).as(trouble.getKey()).isEqualTo(whole);
      assertThat(data.check(source).problems()).as(trouble.getKey()).isEmpty();
    }
  }
}
