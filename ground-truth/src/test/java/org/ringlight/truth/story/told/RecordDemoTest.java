package org.ringlight.truth.story.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.testing.Program;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.KnownOutput;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;
import org.ringlight.truth.story.plot.StoryFile;

@Tag("full")
class RecordDemoTest {

  @Test
  void aShortStoryLeavesFiveFilesThatAgree(@TempDir Path out) throws IOException {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");

    RecordDemo.record(out, StoryFile.named("demo").story().withSeed(11).withTurns(8));

    Recording.open(out.resolve("recording.zip"));
    List<TrueSpend> spends = TruthFiles.readSpends(out.resolve("truth.csv"));
    List<AddressLabel> labels = TruthFiles.readLabels(out.resolve("labels.csv"));
    assertThat(spends).hasSizeGreaterThan(50);
    assertThat(spends).extracting(TrueSpend::keyImage).doesNotHaveDuplicates();
    assertThat(spends).extracting(TrueSpend::position).allMatch(p -> p >= 0 && p < 16);
    Set<String> owners = labels.stream().map(AddressLabel::owner).collect(Collectors.toSet());
    assertThat(spends).extracting(TrueSpend::owner).isSubsetOf(owners).contains("pool", "trudy");
    assertThat(TruthFiles.readOutputs(out.resolve("outputs.csv")))
        .hasSizeGreaterThan(spends.size())
        .extracting(KnownOutput::owner)
        .isSubsetOf(owners);
    assertThat(labels).extracting(AddressLabel::address).doesNotHaveDuplicates();
    assertThat(Files.readString(out.resolve("STORY.md")))
        .contains("## The split", "%,d rings of 16".formatted(spends.size()));
  }
}
