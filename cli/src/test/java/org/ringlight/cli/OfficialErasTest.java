package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.official.OfficialRule;
import org.ringlight.testing.Program;
import org.ringlight.truth.era.ServedChain;
import org.ringlight.truth.era.TangledChain;

/** The official rules beside the real tool, on chains of many kinds. */
@Tag("full")
class OfficialErasTest {

  private static final String DEBIAN = "monero";

  /** How each is written, after {@code truth eras --seed S}. */
  private static final List<List<String>> ERAS =
      List.of(
          List.of("--txs", "20000", "--without", "view-tags"),
          List.of("--blocks", "500", "--txs", "6000"),
          List.of("--blocks", "4000", "--txs", "40000", "--without", "p2pool,floods,unmixable"),
          List.of("--blocks", "3000", "--txs", "90000"),
          List.of("--modern", "--blocks", "1000", "--txs", "10000"));

  private static final int TANGLED = 3;

  @TempDir Path folder;

  @Test
  void everyMarkIsTheToolsAndSoIsItsRule() throws Exception {
    for (String program :
        List.of("monerod", "monero-blockchain-import", BesideTheOfficialTool.PROGRAM)) {
      Program.named(program, DEBIAN);
    }
    Map<OfficialRule, Long> ofClear = new EnumMap<>(OfficialRule.class);
    Map<OfficialRule, Long> ofRingCt = new EnumMap<>(OfficialRule.class);
    for (Path chain : importedTogether(written())) {
      BesideTheOfficialTool same =
          BesideTheOfficialTool.compare(
              chain.resolve("node/fake/lmdb"), chain.resolve("data"), chain);
      for (OfficialRule rule : OfficialRule.values()) {
        ofClear.merge(rule, same.marks().clearCount(rule), Long::sum);
        ofRingCt.merge(rule, same.marks().ringCtCount(rule), Long::sum);
      }
    }
    assertThat(ofClear.values()).as("%s", ofClear).allMatch(count -> count > 0);
    assertThat(ofRingCt.values()).as("%s", ofRingCt).allMatch(count -> count > 0);
  }

  private List<Path> written() {
    List<Path> chains = new ArrayList<>();
    for (List<String> how : ERAS) {
      Path chain = folder.resolve("eras" + chains.size());
      List<String> command = new ArrayList<>(List.of("truth", "eras", "--seed"));
      command.add(Integer.toString(30 + chains.size()));
      command.addAll(how);
      command.addAll(List.of("--out", chain.toString()));
      done(command.toArray(String[]::new));
      chains.add(chain);
    }
    for (int seed = 0; seed < TANGLED; seed++) {
      Path chain = folder.resolve("tangled" + seed);
      TangledChain.write(seed, chain);
      chains.add(chain);
    }
    return chains;
  }

  /** Indexes each into its own folder {@code data}; an import sleeps before it begins. */
  private static List<Path> importedTogether(List<Path> chains) throws Exception {
    ExecutorService imports = Executors.newFixedThreadPool(chains.size());
    List<Future<ServedChain>> serving =
        chains.stream()
            .map(
                chain ->
                    imports.submit(
                        () -> ServedChain.of(chain, OptionalInt.empty(), (blocks, of) -> {})))
            .toList();
    imports.shutdown();
    for (int i = 0; i < chains.size(); i++) {
      Path data = Files.createDirectory(chains.get(i).resolve("data"));
      try (ServedChain served = serving.get(i).get()) {
        done("--data", data.toString(), "index", "--node", served.rpc().toString());
      }
    }
    return chains;
  }

  private static void done(String... arguments) {
    Typed answer = Typed.in(arguments);
    assertThat(answer.code()).as(answer.talk()).isZero();
  }
}
