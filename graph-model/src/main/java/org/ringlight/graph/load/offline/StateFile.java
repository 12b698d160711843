package org.ringlight.graph.load.offline;

import java.nio.file.Path;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.schema.GraphSchema;

/** The file with the node that says what is imported. */
public final class StateFile {

  private static final String HEADER =
      ":ID,name,network,genesis,schema:long,kind,fromHeight:long,tipHeight:long,tipHash";

  private StateFile() {}

  public static void write(Path path, long number, GraphState state) {
    try (ImportFile file = new ImportFile(path, HEADER)) {
      file.number(number).text(state.name()).text(state.network()).text(state.genesis());
      file.number(GraphSchema.VERSION).text(state.kind().word());
      file.number(state.fromHeight()).number(state.tipHeight()).text(state.tipHash()).end();
    }
  }
}
