package org.ringlight.cli.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import org.ringlight.cli.format.RowPrinter;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.query.BrowserFavourites;
import org.ringlight.graph.query.NamedQuery;
import org.ringlight.graph.query.QueryColumn;
import org.ringlight.graph.query.QueryLibrary;
import org.ringlight.graph.query.QueryParameter;
import org.ringlight.graph.query.QueryParameters;
import org.ringlight.graph.query.QueryRunner;
import org.ringlight.graph.server.GraphConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight query}. */
@Command(
    name = "query",
    description = {
      "Asks the graph a question of the library by its name; query list shows them all,"
          + " docs/reference/queries.md explains them.",
      "A ring member is a candidate, not a payer. Queries only read, and end after --timeout."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight query list",
      "  ringlight query output-appearances --param output=0:1234",
      "  ringlight query list --favourites favourites.zip",
      "  ringlight query my-question --folder ~/queries --param hops=2"
    })
public final class QueryCommand implements Callable<Integer> {

  private static final String LIST = "list";

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "NAME|list", description = "The query, or list for all of them.")
  String name = LIST;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "K=V",
      description = "A parameter of the query; may be given several times.")
  List<String> parameters = new ArrayList<>();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "A folder of queries of your own, beside those that come with Ringlight.")
  @Nullable Path folder;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "After which a query ends. Default: ${DEFAULT-VALUE}.")
  int timeout = 60;

  @Option(
      names = "--favourites",
      paramLabel = "FILE",
      description = "With list: write them as a new zip file that Neo4j Browser imports.")
  @Nullable Path favourites;

  @Override
  public Integer call() {
    if (timeout < 1) {
      throw new ParameterException(
          spec.commandLine(), "--timeout is a number of seconds, 1 or more");
    }
    QueryLibrary library = QueryLibrary.bundled();
    if (folder != null) {
      library = library.with(folder);
    }
    if (name.equals(LIST)) {
      list(library);
    } else {
      run(library.query(name));
    }
    return ExitCode.DONE;
  }

  private void list(QueryLibrary library) {
    if (favourites != null) {
      export(library, favourites);
      return;
    }
    ObjectMapper json = new ObjectMapper();
    try (RowPrinter rows =
        RowPrinter.of(parent.out(), format, List.of("name", "parameters", "title"))) {
      for (NamedQuery query : library.queries()) {
        String takes =
            String.join(", ", query.parameters().stream().map(QueryParameter::name).toList());
        rows.add(
            List.of(
                json.valueToTree(query.name()),
                json.valueToTree(takes),
                json.valueToTree(query.title())));
      }
    }
  }

  private void export(QueryLibrary library, Path file) {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      BrowserFavourites.zip(library.queries(), out);
    } catch (FileAlreadyExistsException e) {
      throw new ConfigurationInvalid(
          "there is such a file already", file.toString(), "name another", e);
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "the favourites cannot be written: " + e, file.toString(), "name another file", e);
    }
    parent
        .talk()
        .println(library.queries().size() + " queries; in Neo4j Browser: Favorites, Import.");
  }

  private void run(NamedQuery query) {
    QueryParameters typed = QueryParameters.parse(query, parameters);
    List<String> columns = query.columns().stream().map(QueryColumn::name).toList();
    ObjectMapper json = new ObjectMapper();
    try (GraphConnection graph = GraphCommand.connect(parent);
        RowPrinter rows = RowPrinter.of(parent.out(), format, columns)) {
      new QueryRunner(graph, Duration.ofSeconds(timeout))
          .run(query, typed, row -> rows.add(cells(json, row.values())));
    }
  }

  private static List<JsonNode> cells(ObjectMapper json, List<@Nullable Object> values) {
    List<JsonNode> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value == null ? NullNode.instance : json.valueToTree(value));
    }
    return cells;
  }
}
