package org.ringlight.indexer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;

/** A process that indexes, with many commits, and is killed meanwhile. */
final class ChildIndex {

  private ChildIndex() {}

  public static void main(String[] nodeAndFolder) {
    try (NodeClient node = Nodes.connect(List.of(NodeOptions.of(URI.create(nodeAndFolder[0]))));
        Indexer indexer = new Indexer(node, Path.of(nodeAndFolder[1]), DataFolder.OFTEN)) {
      indexer.run(Indexing.everything());
    }
  }
}
