package org.ringlight.cli.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** A JSON object a second, for programs that watch. */
final class JsonLines implements Rendering {

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public String render(Stand stand, Duration elapsed) {
    ObjectNode line =
        json.createObjectNode()
            .put("stage", stand.stage())
            .put("unit", stand.unit())
            .put("done", stand.done())
            .put("total", stand.total())
            .put("elapsedSeconds", elapsed.toMillis() / 1000.0);
    stand.figures().forEach(figure -> line.put(figure.name(), figure.value()));
    return line + System.lineSeparator();
  }
}
