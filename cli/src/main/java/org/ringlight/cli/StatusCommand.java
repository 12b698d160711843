package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ringlight.cli.format.DocumentPrinter;
import org.ringlight.cli.format.Format;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Pin;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight status}. */
@Command(
    name = "status",
    description =
        "What the tables hold and how far they reach; with --node, how far the node is ahead.",
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight status", "  ringlight status --format json | jq .height"})
final class StatusCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Mixin NodeFlags node;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    try (Lake lake = Lake.openExisting(parent.data())) {
      status.put("data", lake.folder().toString());
      Optional<ChainIdentity> identity = lake.identity(Namespace.XMR);
      status.put("network", identity.map(ChainIdentity::network).orElse(null));
      Optional<Snapshot> current = lake.current(Namespace.XMR);
      Optional<Tip> tip = current.map(Snapshot::tip);
      status.put("from_height", current.map(StatusCommand::start).orElse(null));
      status.put("height", tip.map(Tip::height).orElse(null));
      status.put("hash", tip.map(t -> t.hash().toString()).orElse(null));
      status.put("committed", tip.map(t -> t.committedAt().toString()).orElse(null));
      status.put("commits", tip.map(Tip::number).orElse(0L));
      status.put("commits_kept", lake.tips(Namespace.XMR).size());
      status.put("bytes_on_disk", bytes(lake.folder()));
      if (node.given()) {
        addNode(status, tip);
      }
      current.ifPresent(tables -> addTables(status.withArray("tables"), tables));
      current.ifPresent(Snapshot::close);
      for (Namespace namespace : Namespace.values()) {
        if (namespace != Namespace.XMR) {
          addNamespace(status, lake, namespace);
        }
      }
      for (Namespace namespace : Namespace.values()) {
        addPins(status, namespace, lake.pins(namespace));
      }
    }
    new DocumentPrinter(parent.out()).print(status, format);
    return ExitCode.DONE;
  }

  /** Where the tables begin: 0, or a slice's first block. */
  private static Long start(Snapshot tables) {
    return tables.lowestHeight(BlockRow.TABLE).orElse(0);
  }

  private void addNode(ObjectNode status, Optional<Tip> tip) {
    try (NodeClient client = node.connect(parent.talk())) {
      NodeInfo info = client.info();
      status.put("node", client.describe());
      status.put("node_height", info.height() - 1);
      status.put("blocks_behind", info.height() - 1 - tip.map(Tip::height).orElse(-1L));
    }
  }

  /** What beside the chain has been written: nothing is said where nothing has. */
  private static void addNamespace(ObjectNode status, Lake lake, Namespace namespace) {
    try (Snapshot tables = lake.current(namespace).orElse(null)) {
      if (tables != null) {
        ObjectNode written = status.withArray("namespaces").addObject();
        written.put("namespace", namespace.sqlName());
        if (namespace == Namespace.BTC) {
          written.put("network", lake.identity(namespace).map(ChainIdentity::network).orElse(null));
          written.put("from_height", tables.lowestHeight(BitcoinBlockRow.TABLE).orElse(0));
          written.put("hash", tables.tip().hash().toString());
        }
        written
            .put("height", tables.tip().height())
            .put("committed", tables.tip().committedAt().toString())
            .put("commits", tables.tip().number())
            .put("commits_kept", lake.tips(namespace).size());
        addTables(status.withArray("tables"), tables);
      }
    }
  }

  private static void addTables(ArrayNode list, Snapshot tables) {
    for (Table<?> table : tables.namespace().tables()) {
      list.addObject()
          .put("table", table.fullName())
          .put("rows", tables.count(table))
          .put("files", tables.files(table).size());
    }
  }

  private static void addPins(ObjectNode status, Namespace namespace, List<Pin> pins) {
    for (Pin pin : pins) {
      status
          .withArray("pins")
          .addObject()
          .put("pin", pin.id())
          .put("namespace", namespace.sqlName())
          .put("commit", pin.tip().number())
          .put("height", pin.tip().height())
          .put("since", pin.since().toString())
          .put("why", pin.why());
    }
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(StatusCommand::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // a writer at work has just removed it
    }
  }
}
