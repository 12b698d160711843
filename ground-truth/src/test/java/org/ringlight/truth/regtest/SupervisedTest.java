package org.ringlight.truth.regtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.NodeUnreachable;

class SupervisedTest {

  /** As when a wallet comes back while its node is still away. */
  @Test
  void whatComesBackWithoutDoingItsWorkIsEndedBeforeItIsStartedAgain(@TempDir Path folder) {
    Set<Long> before = children();
    AtomicInteger revivals = new AtomicInteger();
    try (Supervised sleeper =
        new Supervised(
            "sleep",
            List.of("sleep", "60"),
            folder.resolve("log"),
            () -> true,
            () -> {
              if (revivals.getAndIncrement() == 0) {
                throw new NodeUnreachable("no node", "here", "wait");
              }
            })) {
      ProcessHandle first = ProcessHandle.of(sleeper.pid()).orElseThrow();
      first.destroyForcibly();
      first.onExit().join();
      assertThatThrownBy(sleeper::awaitReady).hasMessageContaining("no node");
      assertThat(children()).isEqualTo(before);

      sleeper.revive();
      sleeper.awaitReady();
      assertThat(children()).hasSize(before.size() + 1).contains(sleeper.pid());
    }
    assertThat(children()).isEqualTo(before);
  }

  private static Set<Long> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }
}
