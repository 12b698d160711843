package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {

  static Stream<List<String>> commands() {
    List<List<String>> found = new ArrayList<>();
    collect(Main.commandLine(), List.of(), found);
    return found.stream();
  }

  private static void collect(CommandLine line, List<String> path, List<List<String>> found) {
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              List<String> longer = Stream.concat(path.stream(), Stream.of(name)).toList();
              found.add(longer);
              collect(sub, longer, found);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasTwoExamplesAndTheExitCodes(List<String> command) {
    List<String> typed = new ArrayList<>(command);
    typed.add("--help");
    Typed help = Typed.in(typed.toArray(String[]::new));
    assertThat(help.code()).isZero();
    String examples = help.out().substring(help.out().indexOf("Examples:"));
    assertThat(examples.lines().filter(line -> line.contains("ringlight")).count())
        .as(help.out())
        .isGreaterThanOrEqualTo(2);
    assertThat(help.out()).contains("Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blok 3",
        "blok --help",
        "truth serv --help",
        "block 3 4 --help",
        "pin",
        "unpin",
        "expire --keep many",
        "truth serve eras --port 0",
        "truth serve eras --port 70000",
        "truth eras --modern tomorrow --out eras",
        "block",
        "contrast --hops 0",
        "contrast --worlds many",
        "block xyz",
        "sql --format xml x",
        "verify --sample x",
        "index --to -5",
        "truth",
        "truth regtest --story quiet-months",
        "truth regtest --out somewhere",
        "truth regtest --story quiet-months --seed many"
      })
  void whatIsTypedWronglyIsWrongUsage(String typed) {
    Typed answer = Typed.in(typed.split(" ", -1));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.talk()).startsWith("ringlight: ").contains("--help");
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void aCommandByAnotherNameIsSuggested() {
    assertThat(Typed.in("move", "--help").talk()).contains("Did you mean: ringlight migrate?");
    assertThat(Typed.in("compac").talk()).contains("compact");
  }

  @Test
  void completionIsAScriptForBash() {
    assertThat(Typed.in("completion").out()).contains("complete -F").contains("--rpc-login-file");
  }

  @Test
  void configShowsWhereEachValueComesFrom() {
    Typed shown = Typed.in("--data", "/tmp/elsewhere", "config", "show");
    assertThat(shown.out()).containsPattern("data +/tmp/elsewhere +flag");
    assertThat(shown.out()).containsPattern("progress +auto +default");
  }
}
