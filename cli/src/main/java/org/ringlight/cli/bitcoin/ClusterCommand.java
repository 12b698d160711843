package org.ringlight.cli.bitcoin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;
import org.ringlight.analytics.bitcoin.cluster.Guard;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.run.ClusterRun;
import org.ringlight.analytics.bitcoin.run.Clustering;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.format.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight cluster}. */
@Command(
    name = "cluster",
    description = {
      "Finds Bitcoin addresses that are taken to have one owner, because one transaction spends"
          + " from them (common-input ownership), and writes them as findings:"
          + " btc_findings.clusters and refused_merges in SQL. CoinJoins, open signatures and"
          + " inputs that are not known join nothing, and neither do different owners by --tags.",
      "With addresses it shows their clusters. All of it is statistical: a wrong merge joins whole"
          + " clusters. After new blocks only these are read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight cluster",
      "  ringlight cluster --tags exchanges.csv --no-write --format csv ADDRESS > members.csv"
    })
public final class ClusterCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Parameters(
      arity = "0..*",
      paramLabel = "ADDRESS",
      description = "Whose clusters are shown: size, members, refused merges.")
  List<String> addresses = new ArrayList<>();

  @Option(
      names = "--tags",
      paramLabel = "FILE",
      description = "Owners that must stay apart: CSV with the header address,owner,category.")
  @Nullable Path tagFile;

  @Option(
      names = "--payjoin-guard",
      description =
          "Join nothing where a transaction may be a PayJoin; most that look so are not, and many"
              + " wallets fall apart.")
  boolean payJoinGuard;

  @Option(names = "--no-write", description = "Write no findings.")
  boolean noWrite;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "How many members of a cluster a table or JSON shows; csv and jsonl show all. Default:"
              + " ${DEFAULT-VALUE}.")
  int most = 1000;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|jsonl",
      defaultValue = "table",
      description = "Default: ${DEFAULT-VALUE}. csv and jsonl with addresses list the members.")
  Format format = Format.TABLE;

  @Override
  public Integer call() {
    try (BitcoinTables tables = new BitcoinTables(parent)) {
      Map<String, Long> asked = new LinkedHashMap<>();
      addresses.forEach(address -> asked.put(address, tables.lookup().address(address)));
      Tags tags = tables.tags(tagFile);
      ClusterRun run =
          new ClusterRun(tables.lake(), tables.chain(), tags, guards(), tables.progress());
      List<ClusterRun.Result> told = new ArrayList<>();
      try (Clustering found =
          tables.watched(() -> noWrite ? run.computeAnew() : run.write(told::add))) {
        if (asked.isEmpty()) {
          summary(found, told);
        } else {
          boolean all = format == Format.CSV || format == Format.JSONL;
          new ClusterPage(tables, found, tags, all ? Long.MAX_VALUE : most)
              .of(asked)
              .print(parent.out(), format, ClusterPage.MEMBERS);
        }
        told.forEach(this::talk);
      }
    }
    return ExitCode.DONE;
  }

  private Set<Guard> guards() {
    EnumSet<Guard> guards = EnumSet.copyOf(CommonInputOwnership.USUAL_GUARDS);
    if (payJoinGuard) {
      guards.add(Guard.PAY_JOIN);
    }
    return guards;
  }

  private void summary(Clustering found, List<ClusterRun.Result> told) {
    Sections page = new Sections();
    ObjectNode head = page.head();
    told.forEach(result -> head.put("run", result.runId()));
    head.put("guarantee", "statistical");
    head.put("addresses", found.clusters().size());
    head.put("clusters", found.joined().cardinality());
    head.put("addresses_in_clusters", ClusterPage.clustered(found));
    head.put("transactions_read", found.read());
    head.put("kept_up_to_height", found.keptUpTo() < 0 ? null : found.keptUpTo());
    var refused = page.list(REFUSED, "reason", "refused");
    found
        .refused()
        .counts()
        .forEach(
            (reason, count) ->
                refused.addObject().put("reason", reason.word()).put("refused", count));
    page.print(parent.out(), format, REFUSED);
  }

  private static final String REFUSED = "refused_merges";

  private void talk(ClusterRun.Result result) {
    parent
        .talk()
        .printf(
            Locale.ROOT,
            "%,d clusters of %,d addresses written to btc_findings.clusters.%n",
            result.clusters(),
            result.clustered());
  }
}
