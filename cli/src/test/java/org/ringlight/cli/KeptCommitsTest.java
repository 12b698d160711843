package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;

/** Commits that are kept by hand, and those that are forgotten. */
class KeptCommitsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  @BeforeAll
  static void runTheDemo() {
    assertThat(Typed.in("--data", folder.toString(), "demo").code()).isZero();
  }

  private static Typed type(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.resolve("demo").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Typed.in(all);
  }

  private static JsonNode status() throws IOException {
    return JSON.readTree(type("status", "--format", "json").out());
  }

  @Test
  void whatIsPinnedOutlivesAnExpiryThatKeepsNothingElse() throws IOException {
    Tip first = first();
    assertThat(status().get("commits_kept").asInt()).as("or nothing could expire").isGreaterThan(1);
    Typed pinned = type("pin", "--commit", Long.toString(first.number()), "--why", "case 17");
    assertThat(pinned.code()).as(pinned.talk()).isZero();
    String pin = pinned.out().strip();
    assertThat(status().get("pins").get(0).get("pin").asText()).isEqualTo(pin);
    assertThat(status().get("pins").get(0).get("why").asText()).isEqualTo("case 17");

    Typed expired = type("expire", "--keep", "1");
    assertThat(expired.code()).as(expired.talk()).isZero();
    assertThat(first()).isEqualTo(first);

    assertThat(type("unpin", pin).code()).isZero();
    assertThat(status().has("pins")).isFalse();
    assertThat(type("expire", "--keep", "1").talk()).contains("1 kept");
    assertThat(status().get("commits_kept").asInt()).isEqualTo(1);
    assertThat(type("verify").code()).isZero();

    Typed gone = type("pin", "--commit", "999", "--why", "case 17");
    assertThat(gone.code()).isEqualTo(3);
    assertThat(gone.talk()).contains("commit 999 is not kept");
  }

  private static Tip first() {
    try (Lake lake = Lake.openExisting(folder.resolve("demo"))) {
      return lake.tips(Namespace.XMR).get(0);
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(type("unpin", "../status").code()).isEqualTo(3);
    assertThat(type("unpin", "nobody").talk()).contains("there is no pin 'nobody'");
    assertThat(type("pin", "--why", " ").code()).isEqualTo(3);
    assertThat(type("expire", "--keep", "0").code()).isEqualTo(3);
    assertThat(Typed.in("--data", folder.resolve("none").toString(), "expire").code()).isEqualTo(3);
  }

  @Test
  void compactSaysWhereThereIsNothingToMerge() {
    assertThat(type("compact").code()).isZero();
    assertThat(type("compact").talk()).contains("Nothing to merge");
  }
}
