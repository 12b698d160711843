package org.ringlight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.RecordedNode;
import org.ringlight.rpc.recording.Recording;

/** The chain that {@code ringlight demo} plays back: 461 blocks, 3,991 rings of 16. */
final class DemoChain {

  private static final Path DEMO =
      Path.of(
          System.getProperty("ringlight.root", ".."),
          "cli/src/main/resources/org/ringlight/cli/demo");
  private static final Path RECORDING = DEMO.resolve("recording.zip");

  private DemoChain() {}

  /** Indexes it into {@code folder}. */
  static void index(Path folder) {
    try (RecordedNode recorded = RecordedNode.serve(Recording.open(RECORDING));
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(recorded.uri())));
        Indexer indexer = new Indexer(node, folder)) {
      assertThat(indexer.run(Indexing.everything()).blocks()).isEqualTo(461);
    }
  }

  /** What each ring truly spends: key image, index space, amount index and more, a line each. */
  static List<String> truth() throws IOException {
    return Files.readAllLines(DEMO.resolve("truth.csv"));
  }
}
