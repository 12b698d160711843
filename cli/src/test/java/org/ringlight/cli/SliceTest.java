package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.RecordedNode;

/** A slice of a chain, from the command line. */
class SliceTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FROM = "115";

  @TempDir static Path folder;
  private static RecordedNode node;

  @BeforeAll
  static void indexBoth() {
    node = RecordedNode.serve(HostileNode.smallChain());
    assertThat(typed("whole", "index", "--node", node.uri().toString()).code()).isZero();
    Typed slice = typed("slice", "index", "--node", node.uri().toString(), "--from", FROM);
    assertThat(slice.code()).as(slice.talk()).isZero();
  }

  @AfterAll
  static void end() {
    node.close();
  }

  private static Typed typed(String data, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--data";
    all[1] = folder.resolve(data).toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Typed.in(all);
  }

  private static JsonNode json(String data, String command, String... arguments)
      throws IOException {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    Typed answer = typed(data, all);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return JSON.readTree(answer.out());
  }

  @Test
  void saysWhereItBeginsAndProvesItself() throws IOException {
    assertThat(json("slice", "status").get("from_height").asText()).isEqualTo(FROM);
    assertThat(json("whole", "status").get("from_height").asLong()).isZero();
    Typed verified = typed("slice", "verify", "--node", node.uri().toString());
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("older outputs named", "all of it fits");
  }

  @Test
  void showsOlderMembersAsTheNodeToldThem() throws IOException {
    String image =
        json("slice", "sql", "SELECT lhex(key_image) AS i FROM xmr.rings ORDER BY ring_id LIMIT 1")
            .get(0)
            .get("i")
            .asText();
    JsonNode whole = json("whole", "ring", image).get("members");
    JsonNode slice = json("slice", "ring", image).get("members");
    assertThat(slice).hasSameSizeAs(whole);
    int older = 0;
    for (int i = 0; i < slice.size(); i++) {
      for (String field : new String[] {"output", "transaction", "height", "public_key"}) {
        assertThat(slice.get(i).get(field)).isEqualTo(whole.get(i).get(field));
      }
      older += slice.get(i).get("verified").asBoolean() ? 0 : 1;
    }
    assertThat(older).isPositive();

    JsonNode first = slice.get(0);
    assertThat(first.get("verified").asBoolean()).isFalse();
    for (String name : new String[] {"output", "public_key"}) {
      JsonNode output = json("slice", "output", first.get(name).asText());
      assertThat(output.get("outputs").get(0).get("verified").asBoolean()).isFalse();
      assertThat(output.get("outputs").get(0).get("height")).isEqualTo(first.get("height"));
      JsonNode inWhole = json("whole", "output", first.get("output").asText()).get("rings");
      assertThat(output.get("ring_count").asInt()).isPositive().isLessThanOrEqualTo(inWhole.size());
      for (JsonNode ring : output.get("rings")) {
        assertThat(inWhole).contains(ring);
      }
    }
  }

  @Test
  void refusesAnotherBeginningAndOneBeyondTheTip() {
    Typed other = typed("slice", "index", "--node", node.uri().toString(), "--from", "7");
    assertThat(other.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(other.talk()).contains("the tables begin at height 115, not at 7");
    Typed beyond = typed("none", "index", "--node", node.uri().toString(), "--from", "500");
    assertThat(beyond.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(beyond.talk()).contains("the chain ends at height 123");
    Typed turned =
        typed("none", "index", "--node", node.uri().toString(), "--from", "9", "--to", "8");
    assertThat(turned.code()).isEqualTo(ExitCode.USAGE);
  }
}
