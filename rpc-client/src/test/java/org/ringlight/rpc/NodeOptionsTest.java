package org.ringlight.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeOptionsTest {

  @Test
  void anAddressIsReadAsWritten() {
    assertThat(NodeOptions.parse("https://[::1]:18089").uri())
        .hasScheme("https")
        .hasHost("[::1]")
        .hasPort(18089);
  }

  @Test
  void whatIsNoAddressIsRefusedWithWhatToWrite() {
    Map<String, String> wrong =
        Map.of(
            "127.0.0.1:18081", "a node is written with its scheme: http://127.0.0.1:18081",
            "localhost:18081", "a node is written with its scheme: http://localhost:18081",
            "me:secret@host:1", "a node is written with its scheme: http://***@host:1",
            "ftp://host:1",
                "a node is written http://host:port or https://host:port, not ftp://host:1",
            "http://ho st:1",
                "a node is written http://host:port or https://host:port, not http://ho st:1",
            "http://me:sec ret@host:1",
                "a node is written http://host:port or https://host:port, not http://***@host:1",
            "http://me:secret@host:1",
                "a login does not belong into a node's URL, where logs show it:"
                    + " http://***@host:1");
    wrong.forEach(
        (written, message) ->
            assertThatThrownBy(() -> NodeOptions.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
  }
}
