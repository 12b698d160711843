package org.ringlight.cli.truth;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.CtrlC;
import org.ringlight.cli.ExitCode;
import org.ringlight.truth.era.ServedChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight truth serve}. */
@Command(
    name = "serve",
    description = {
      "Serves a made chain by a real monerod on loopback until Ctrl-C, its regular end. A written"
          + " chain is imported the first time, which takes at least 90 seconds:"
          + " monero-blockchain-import waits that long before it takes blocks unverified.",
      "Needs the programs monerod and monero-blockchain-import (Debian's package is monero)."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight truth serve eras", "  ringlight truth serve eras/fork --port 28081"})
final class TruthServeCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @ParentCommand TruthCommand truth;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "What truth eras or truth regtest wrote.")
  Path folder;

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "Where the node's RPC listens. Default: any free port, which is printed.")
  @Nullable Integer port;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    if (port != null && (port < 1 || port > LAST_PORT)) {
      throw new ParameterException(
          spec.commandLine(), "--port " + port + ": give a number from 1 to " + LAST_PORT);
    }
    OptionalInt wanted = port == null ? OptionalInt.empty() : OptionalInt.of(port);
    try (ServedChain chain = Serving.serve(truth.parent, folder, wanted)) {
      CtrlC.does(asked::countDown);
      truth.parent.out().println(chain.rpc());
      truth.parent.out().flush();
      truth.parent.talk().println("It serves until Ctrl-C; new blocks on " + chain.zmqPub() + ".");
      truth.parent.talk().flush();
      while (!asked.await(1, TimeUnit.SECONDS)) {
        chain.requireServing();
      }
    }
    return ExitCode.DONE;
  }
}
