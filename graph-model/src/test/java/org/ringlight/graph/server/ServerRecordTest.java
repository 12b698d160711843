package org.ringlight.graph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written down of a process, beside the processes there are. */
class ServerRecordTest {

  private static final ProcessHandle THIS = ProcessHandle.current();

  private static ServerRecord startedLater(Duration later) {
    Instant start = ServerRecord.startOf(THIS);
    return new ServerRecord(THIS.pid(), start.plus(later), 7687, 7474);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    ServerRecord record = startedLater(Duration.ZERO);
    assertThat(ServerRecord.parse(record.text()).orElseThrow().process()).contains(THIS);
    assertThat(ServerRecord.parse(record.text() + " and more")).isEmpty();
    assertThat(ServerRecord.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1_000, -1, 1, 1_000})
  void aClockThatMovedByASecondHidesNoServer(long millis) {
    assertThat(startedLater(Duration.ofMillis(millis)).process()).contains(THIS);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_600, -10, 10, 3_600})
  void aProcessIdThatWasGivenOutAgainIsNotTheServer(long seconds, @TempDir Path data)
      throws Exception {
    GraphServer server = GraphServer.of(data);
    Path folder = Files.createDirectories(server.folder());
    Files.writeString(folder.resolve("server"), startedLater(Duration.ofSeconds(seconds)).text());
    assertThat(server.process()).isEmpty();
    assertThat(server.running()).isEmpty();
    assertThat(server.stop()).isFalse(); // and this process goes on
  }
}
