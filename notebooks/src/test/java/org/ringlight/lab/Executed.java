package org.ringlight.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A notebook that was run: its code cells in order. */
record Executed(List<JsonNode> cells) {

  static Executed read(Path notebook) throws IOException {
    List<JsonNode> cells = new ArrayList<>();
    for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        cells.add(cell);
      }
    }
    return new Executed(cells);
  }

  /** Everything that was shown of one kind: {@code text/html}, {@code image/svg+xml}, … */
  List<String> shown(String kind) {
    List<String> found = new ArrayList<>();
    for (JsonNode cell : cells) {
      for (JsonNode output : cell.get("outputs")) {
        JsonNode data = output.path("data").path(kind);
        if (!data.isMissingNode()) {
          found.add(joined(data));
        }
      }
    }
    return found;
  }

  /** Jupyter writes a text as one or as a list of its lines. */
  private static String joined(JsonNode text) {
    StringBuilder whole = new StringBuilder(text.isTextual() ? text.asText() : "");
    text.forEach(line -> whole.append(line.asText()));
    return whole.toString();
  }
}
