package org.ringlight.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringlight.cli.doctor.Checks;
import org.ringlight.cli.doctor.Diagnosis;
import org.ringlight.cli.doctor.NodeChecks;
import org.ringlight.failure.Failure;
import org.ringlight.rpc.NodeClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight doctor}. */
@Command(
    name = "doctor",
    description = "Looks at this machine, the data directory and the node, and says what to mend.",
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight doctor", "  ringlight doctor --node http://127.0.0.1:18081"})
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand Ringlight parent;

  @Mixin NodeFlags node;

  @Override
  public Integer call() {
    List<Diagnosis> found = new ArrayList<>(Checks.machine(parent.data()));
    if (node.given()) {
      try (NodeClient client = node.connect(parent.talk())) {
        found.addAll(NodeChecks.of(client, parent.data()));
      } catch (Failure e) {
        found.add(new Diagnosis(Diagnosis.Grade.BAD, "node", String.valueOf(e.getMessage())));
      }
    }
    PrintWriter out = parent.out();
    found.forEach(
        one -> out.printf("%-5s %-12s %s%n", one.grade().word(), one.what(), one.finding()));
    out.flush();
    return found.stream().anyMatch(one -> one.grade() == Diagnosis.Grade.BAD)
        ? ExitCode.CONFIGURATION
        : ExitCode.DONE;
  }
}
