package org.ringlight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lab.RingPicture.Member;
import org.w3c.dom.Element;

class RingPictureTest {

  private static final String KEY_IMAGE = "ab".repeat(32);

  private static final RingPicture RING =
      new RingPicture(
          KEY_IMAGE,
          1_000_000,
          List.of(
              Member.candidate("0:12", 1_000),
              Member.candidate("0:7001", 990_000),
              Member.candidate("0:7900", 999_985)));

  @TempDir Path folder;

  private static List<Element> circles(RingPicture ring) {
    return Drawn.read(ring.content()).all("circle");
  }

  @Test
  void candidatesAreOpenCirclesTheOldestFarthestLeft() {
    List<Element> circles = circles(RING);
    assertThat(circles).hasSize(3).allMatch(circle -> circle.getAttribute("fill").equals("none"));
    assertThat(circles).extracting(c -> Drawn.number(c, "cx")).isSorted().doesNotHaveDuplicates();
    assertThat(Drawn.read(RING.content()).texts()).contains("100", "100,000", "0:7001", "990,000");
  }

  @Test
  void eachStepOfAProofIsARingOfItsOwn() {
    RingPicture step = RING.eliminate("0:12", "spent by ring cd… at height 1,234 for sure");
    RingPicture proven = step.eliminate("0:7001", "spent elsewhere").spend("0:7900", "last one");
    assertThat(RING.candidates()).isEqualTo(3);
    assertThat(step.candidates()).isEqualTo(2);
    assertThat(proven.candidates()).isEqualTo(1);
    Element spent = circles(proven).get(2);
    assertThat(spent.getAttribute("fill")).isNotEqualTo("none").isNotEmpty();
    assertThat(proven.toString())
        .contains("resolved")
        .contains("0:12 of height 1000, eliminated: spent by ring cd… at height 1,234 for sure")
        .contains("0:7900 of height 999985, spent: last one");
  }

  @Test
  void beforeTheSpentMemberIsKnownOthersAreCandidatesAndThenDecoys() {
    RingPicture ring = RING.spend("0:12", "the only member with this amount");
    assertThat(ring.candidates()).isEqualTo(1);
    assertThat(ring.members()).noneMatch(member -> member.state() == RingPicture.State.CANDIDATE);
    assertThat(ring.toString()).contains("0:7900 of height 999985, eliminated: a decoy");
  }

  @Test
  void whatIsEliminatedIsStruckOut() {
    Drawn drawn = Drawn.read(RING.eliminate("0:7001", "spent elsewhere").content());
    Element circle = drawn.all("circle").get(1);
    double x = Drawn.number(circle, "cx");
    assertThat(drawn.all("line"))
        .filteredOn(line -> Drawn.number(line, "x1") < x && Drawn.number(line, "x2") > x)
        .filteredOn(line -> Drawn.number(line, "y1") != Drawn.number(line, "y2"))
        .hasSize(1);
    assertThat(drawn.texts()).contains("spent elsewhere", "candidate");
  }

  @Test
  void everyAgeHasAPlaceInThePicture() {
    List<RingPicture> odd =
        List.of(
            new RingPicture(KEY_IMAGE, 0, List.of()),
            new RingPicture(KEY_IMAGE, 5, List.of(Member.candidate("0:1", 5))),
            new RingPicture(KEY_IMAGE, 9_000_000_000L, List.of(Member.candidate("0:1", 0))));
    for (RingPicture ring : odd) {
      assertThat(circles(ring))
          .allMatch(
              circle -> Drawn.number(circle, "cx") >= 260 && Drawn.number(circle, "cx") <= 670);
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RING.spend("0:12", "a").spend("0:7001", "b"))
        .withMessageContaining("two are said to be spent");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RING.eliminate("0:13", "a"))
        .withMessageContaining("0:13 is no member");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RingPicture(KEY_IMAGE, 10, List.of(Member.candidate("0:1", 11))))
        .withMessageContaining("older than its ring");
  }

  @Test
  void aPictureIsSaved() throws IOException {
    Path file = RING.draw().save(folder.resolve("ring.svg"));
    assertThat(Files.readString(file)).isEqualTo(RING.content());
    assertThat(catchThrowable(() -> RING.draw().save(folder))).isInstanceOf(StoreUnavailable.class);
  }
}
