package org.ringlight.indexer;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;

/** A process that follows a node, and is killed meanwhile. */
final class ChildFollow {

  private ChildFollow() {}

  public static void main(String[] nodeAndFolder) {
    Following following = new Following(Follower.SOON, Follower.SOON, Optional.empty());
    try (NodeClient node = Nodes.connect(List.of(NodeOptions.of(URI.create(nodeAndFolder[0]))));
        Indexer indexer = new Indexer(node, Path.of(nodeAndFolder[1]))) {
      indexer.follow(Indexing.everything(), following, FollowListener.SILENT);
    }
  }
}
