package org.ringlight.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.ringlight.cli.analysis.AnalyzeCommand;
import org.ringlight.cli.analysis.AssertCommand;
import org.ringlight.cli.analysis.ExportCommand;
import org.ringlight.cli.analysis.HeuristicsCommand;
import org.ringlight.cli.bitcoin.ChangeCommand;
import org.ringlight.cli.bitcoin.ClusterCommand;
import org.ringlight.cli.bitcoin.CoinJoinCommand;
import org.ringlight.cli.bitcoin.EntropyCommand;
import org.ringlight.cli.bitcoin.ExposureCommand;
import org.ringlight.cli.bitcoin.PeelCommand;
import org.ringlight.cli.bitcoin.TaintCommand;
import org.ringlight.cli.contrast.ContrastCommand;
import org.ringlight.cli.graph.GraphCommand;
import org.ringlight.cli.graph.QueryCommand;
import org.ringlight.cli.notebook.NotebookCommand;
import org.ringlight.cli.progress.ProgressStyle;
import org.ringlight.cli.truth.TruthCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code ringlight}: what all commands share, and which there are. */
@Command(
    name = "ringlight",
    description = {
      "Indexes a privacy coin from its own node, proves what can be proven about who spent what,"
          + " and says of the rest how sure it is.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a bug of ours",
      "2:wrong usage",
      "3:wrong configuration",
      "4:node or database unreachable",
      "5:invalid data",
      "6:done, with quarantined items",
      "130:interrupted, state saved"
    },
    subcommands = {
      DemoCommand.class,
      IndexCommand.class,
      IndexBtcCommand.class,
      StatusCommand.class,
      VerifyCommand.class,
      SqlCommand.class,
      BlockCommand.class,
      TxCommand.class,
      RingCommand.class,
      OutputCommand.class,
      ProveCommand.class,
      HeuristicsCommand.class,
      AnalyzeCommand.class,
      AssertCommand.class,
      ExportCommand.class,
      EvaluateCommand.class,
      ClusterCommand.class,
      ChangeCommand.class,
      CoinJoinCommand.class,
      PeelCommand.class,
      TaintCommand.class,
      ExposureCommand.class,
      EntropyCommand.class,
      CompactCommand.class,
      PinCommand.class,
      UnpinCommand.class,
      ExpireCommand.class,
      MigrateCommand.class,
      GraphCommand.class,
      QueryCommand.class,
      ContrastCommand.class,
      NotebookCommand.class,
      TruthCommand.class,
      DoctorCommand.class,
      ConfigCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Start with: ringlight demo",
      "Every command explains itself: ringlight COMMAND --help"
    })
public final class Ringlight {

  @Spec CommandSpec spec;

  @Mixin GlobalOptions options;

  /** Where results go. */
  public PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where talk goes. */
  public PrintWriter talk() {
    return spec.commandLine().getErr();
  }

  public Path data() {
    return options.data;
  }

  public ProgressStyle progress() {
    return options.progress;
  }
}
