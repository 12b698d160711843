package org.ringlight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command answered: its exit code, its results and its talk. */
record Typed(int code, String out, String talk) {

  /** Runs a command line in this process. */
  static Typed in(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter talk = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(talk, true));
    int code = line.execute(arguments);
    return new Typed(code, out.toString(), talk.toString());
  }
}
