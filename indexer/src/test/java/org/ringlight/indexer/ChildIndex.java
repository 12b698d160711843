package org.ringlight.indexer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.PowerCuts;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;

/**
 * A process that indexes, a commit for each page, and is killed meanwhile. It prints a line
 * whenever there is a new tip.
 *
 * <p>{@code ChildIndex NODE FOLDER [KEPT]}: with {@code KEPT} on a disk that forgets what was not
 * synchronised, and keeps the rest there.
 */
final class ChildIndex {

  private static final int GLANCE_MILLIS = 5;

  private ChildIndex() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[1]);
    Lake lake =
        arguments.length > 2 ? PowerCuts.open(data, Path.of(arguments[2])) : Lake.open(data);
    try (NodeClient node = Nodes.connect(List.of(NodeOptions.of(URI.create(arguments[0]))));
        Indexer indexer = new Indexer(node, lake, DataFolder.OFTEN)) {
      Thread teller = new Thread(() -> tell(lake));
      teller.setDaemon(true);
      teller.start();
      indexer.run(Indexing.everything());
    }
  }

  private static void tell(Lake lake) {
    try {
      for (long told = height(lake); true; Thread.sleep(GLANCE_MILLIS)) {
        long height = height(lake);
        if (height != told) {
          System.out.println(height);
          told = height;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long height(Lake lake) {
    return lake.tip(Namespace.XMR).map(Tip::height).orElse(-1L);
  }
}
