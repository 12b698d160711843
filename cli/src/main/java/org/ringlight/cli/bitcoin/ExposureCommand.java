package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;
import org.ringlight.analytics.bitcoin.exposure.CategoryExposure;
import org.ringlight.analytics.bitcoin.exposure.Direction;
import org.ringlight.analytics.bitcoin.exposure.Exposure;
import org.ringlight.analytics.bitcoin.exposure.ExposureQuestion;
import org.ringlight.analytics.bitcoin.exposure.ExposureTrace;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.run.ClusterRun;
import org.ringlight.analytics.bitcoin.run.Clustering;
import org.ringlight.analytics.bitcoin.run.TaggedClusters;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight exposure}. */
@Command(
    name = "exposure",
    description = {
      "To which categories of tagged owners the cluster of a Bitcoin address sent value, or from"
          + " which it received, directly or through others without a tag; it stops at every tagged"
          + " owner. With the unattributed rest it adds up to 100 %%.",
      "All of it is conditional on the clusters, the tags and the method."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight exposure --tags exchanges.csv ADDRESS",
      "  ringlight exposure --tags darknet.csv --direction in --max-hops 5 --format json ADDRESS"
    })
public final class ExposureCommand implements Callable<Integer> {

  private static final String EXPOSURE = "exposure";
  private static final String CONDITIONAL = "conditional";

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "ADDRESS", description = "Whose cluster it is about.")
  String address = "";

  @Option(
      names = "--tags",
      required = true,
      paramLabel = "FILE",
      description = "Owners and their categories: CSV with the header address,owner,category.")
  Path tagFile;

  @Option(
      names = "--direction",
      paramLabel = "in|out",
      defaultValue = "out",
      description = "What it sent, or what it received. Default: ${DEFAULT-VALUE}.")
  Direction direction = Direction.OUT;

  @Option(
      names = "--max-hops",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many times coins may change their owner. Default: ${DEFAULT-VALUE}.")
  int maxHops = 10;

  @Option(
      names = "--method",
      paramLabel = "haircut|fifo|lifo|tiho|dirty-first",
      defaultValue = "haircut",
      description = "How coins go through a transaction. Default: ${DEFAULT-VALUE}.")
  String method = "haircut";

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    TaintPolicy policy = TaintPolicy.of(method());
    try (BitcoinTables tables = new BitcoinTables(parent)) {
      long subject = tables.lookup().address(address);
      Tags tags = tables.tags(tagFile);
      ClusterRun clusters =
          new ClusterRun(
              tables.lake(),
              tables.chain(),
              tags,
              CommonInputOwnership.USUAL_GUARDS,
              tables.progress());
      try (Clustering found = tables.watched(clusters::compute)) {
        TaggedClusters owners = new TaggedClusters(found.clusters(), tags);
        long entity = owners.entityOf(subject);
        ExposureQuestion question =
            new ExposureQuestion(one -> one == entity, direction, maxHops, policy);
        ExposureTrace trace = new ExposureTrace(question, owners, owners.byCategory());
        tables.progress().stage("follow", "transactions", tables.chain().count());
        Exposure exposure =
            tables.watched(
                () -> {
                  tables
                      .chain()
                      .forEach(
                          transaction -> {
                            trace.accept(transaction);
                            tables.progress().step();
                          });
                  return trace.report();
                });
        page(exposure).print(parent.out(), format, EXPOSURE);
      }
    }
    return ExitCode.DONE;
  }

  private TaintMethod method() {
    return Stream.of(TaintMethod.values())
        .filter(one -> one.conserves() && one.word().equals(method))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--method knows haircut, fifo, lifo, tiho and dirty-first, not " + method));
  }

  private Sections page(Exposure exposure) {
    Sections page = new Sections();
    page.head()
        .put("address", address)
        .put("direction", direction.name().toLowerCase(Locale.ROOT))
        .put("total", exposure.total())
        .put("unit", "satoshi")
        .put("attributed", exposure.attributed())
        .put("unattributed", exposure.unattributed())
        .put("guarantee", CONDITIONAL)
        .put(
            "assumption",
            "owners are clusters by common-input ownership and what tags say; coins go through a"
                + " transaction by "
                + method);
    ArrayNode rows =
        page.list(
            EXPOSURE,
            "category",
            "value",
            "percent",
            "direct",
            "indirect",
            "direct_paths",
            "indirect_paths",
            "guarantee");
    List<CategoryExposure> categories = exposure.categories();
    for (CategoryExposure category : categories) {
      rows.addObject()
          .put("category", category.category())
          .put("value", category.value())
          .put("percent", percent(exposure, category.value()))
          .put("direct", category.direct())
          .put("indirect", category.indirect())
          .put("direct_paths", category.directPaths())
          .put("indirect_paths", category.indirectPaths())
          .put("guarantee", CONDITIONAL);
    }
    exposure
        .rest()
        .forEach(
            (reason, value) ->
                rows.addObject()
                    .put(
                        "category",
                        "unattributed: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .put("value", value)
                    .put("percent", percent(exposure, value))
                    .putNull("direct")
                    .putNull("indirect")
                    .putNull("direct_paths")
                    .putNull("indirect_paths")
                    .put("guarantee", CONDITIONAL));
    return page;
  }

  private static double percent(Exposure exposure, long value) {
    return Math.round(exposure.share(value) * 1_000_000) / 10_000.0;
  }
}
