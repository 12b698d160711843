package org.ringlight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.testing.NotRun;
import org.ringlight.testing.Program;
import org.w3c.dom.Element;

/**
 * The notebooks in a real Jupyter with a real Java kernel, over the demo's chain. The environment
 * that the script makes stays in {@code target/jupyter} for the next run.
 */
class NotebookTest {

  private static final int NO_NETWORK = 4;

  @TempDir static Path folder;

  private static JupyterScript jupyter = new JupyterScript(Map.of());

  @BeforeAll
  static void setUp() throws IOException, InterruptedException {
    Path python = Program.named("python3", "python3-venv");
    Process asked = new ProcessBuilder(python.toString(), "-c", "import ensurepip, venv").start();
    if (asked.waitFor() != 0) {
      NotRun.because("no Python environments (Debian package python3-venv)");
    }
    JupyterScript.Answer answer = jupyter.does("set-up");
    if (answer.code() == NO_NETWORK) {
      NotRun.because("no network for JupyterLab and the Java kernel");
    }
    assertThat(answer.code()).as(answer.said()).isZero();
    DemoChain.index(folder.resolve("data"));
    jupyter = jupyter.with("RINGLIGHT_DATA", folder.resolve("data").toString());
  }

  private static Executed run(String name) throws IOException, InterruptedException {
    Path out = folder.resolve("run").resolve(name);
    JupyterScript.Answer answer =
        jupyter.does("run", JupyterScript.notebook(name).toString(), out.toString());
    assertThat(answer.code()).as(answer.said()).isZero();
    Executed executed = Executed.read(out);
    assertThat(executed.cells()).isNotEmpty().allMatch(cell -> cell.get("execution_count").isInt());
    return executed;
  }

  @Test
  void theFirstLookShowsWhatTheTablesSay() throws IOException, InterruptedException {
    Executed look = run("first-look.ipynb");
    List<String> tables = look.shown("text/html");
    assertThat(tables).hasSizeGreaterThanOrEqualTo(7);
    assertThat(tables.get(0)).contains(">461<", ">1167<", ">4971<", ">3991<");
    assertThat(look.shown("text/plain")).contains("460", "true");
    List<String> pictures = look.shown("image/svg+xml");
    assertThat(pictures).hasSize(3);
    try (Lab lab = Lab.open(folder.resolve("data"))) {
      histogramHoldsEveryMember(lab, Drawn.read(pictures.get(1)));
      ringHasItsMembers(lab, Drawn.read(pictures.get(2)));
    }
  }

  @Test
  void aRingIsProvenStepByStepAndTheProofIsTrue() throws IOException, InterruptedException {
    Executed proven = run("a-ring-proven.ipynb");
    List<String> pictures = proven.shown("image/svg+xml");
    assertThat(pictures).hasSize(4);
    assertThat(Drawn.read(pictures.get(0)).texts())
        .anyMatch(text -> text.contains("16 candidates"));
    List<String> pages = proven.shown("text/html");
    String words = pages.get(pages.size() - 1);
    assertThat(words).contains("checked: every step follows from the rings");
    try (Lab lab = Lab.open(folder.resolve("data"))) {
      Rows resolved =
          lab.sql(
              """
              SELECT lhex(key_images[1]) || ',' || index_space || ',' || amount_indexes[1] AS line
              FROM findings.claims WHERE claim = 'ring_resolved'\
              """);
      assertThat(resolved.cells()).isNotEmpty();
      List<String> truth = DemoChain.truth();
      assertThat(resolved.texts("line"))
          .allMatch(line -> truth.stream().anyMatch(spend -> spend.startsWith(line + ",")));
    }
  }

  /** The bars are as high, side by side, as a count of the same ages on another way. */
  private static void histogramHoldsEveryMember(Lab lab, Drawn picture) {
    Rows ages =
        lab.sql(
            """
            SELECT (ring.height - o.height) // 22 AS bin, count(*) AS members
            FROM xmr.memberships m JOIN xmr.rings ring USING (ring_id)
              JOIN xmr.outputs o USING (output_id) GROUP BY bin ORDER BY bin\
            """);
    double[] wanted = ages.numbers("members");
    List<Element> bars = picture.bars();
    assertThat(bars).hasSameSizeAs(ages.cells());
    double pixels = bars.stream().mapToDouble(bar -> Drawn.number(bar, "height")).sum();
    double members = 0;
    for (double bin : wanted) {
      members += bin;
    }
    assertThat(members).isEqualTo(3991 * 16);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(Drawn.number(bars.get(i), "height") / pixels)
          .as("bar " + i)
          .isCloseTo(wanted[i] / members, offset(1e-4));
    }
  }

  private static void ringHasItsMembers(Lab lab, Drawn picture) {
    String title = picture.all("title").get(0).getTextContent();
    String keyImage = title.substring(title.length() - 64);
    assertThat(picture.all("circle")).hasSize(16);
    assertThat(picture.texts())
        .containsAll(lab.ring(keyImage).texts("output"))
        .contains("height 303, 16 members, 16 candidates");
  }

  @Test
  void aCellThatFailsEndsTheRunAndSaysWhy() throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    JsonNode notebook = json.readTree(JupyterScript.notebook("first-look.ipynb").toFile());
    for (JsonNode cell : notebook.get("cells")) {
      if (cell.get("source").toString().contains("AS payments")) {
        ((ObjectNode) cell).putArray("source").add("lab.sql(\"SELECT colour FROM xmr.blocks\")");
        break;
      }
    }
    Path file = folder.resolve("wrong.ipynb");
    json.writeValue(file.toFile(), notebook);
    Path out = folder.resolve("wrong-run.ipynb");
    JupyterScript.Answer answer = jupyter.does("run", file.toString(), out.toString());
    assertThat(answer.code()).as(answer.said()).isEqualTo(5);
    assertThat(answer.said()).contains("colour").contains("a cell failed [" + file + "]");
    assertThat(out).doesNotExist();
  }

  @Test
  void notebooksAreCommittedWithoutResults() throws IOException {
    Executed committed = Executed.read(JupyterScript.notebook("first-look.ipynb"));
    assertThat(committed.cells())
        .allMatch(cell -> cell.get("outputs").isEmpty() && cell.get("execution_count").isNull());
    // imports in the first cell only: the kernel forgets values whose imports it reads again
    assertThat(committed.cells().subList(1, committed.cells().size()))
        .noneMatch(cell -> cell.get("source").toString().contains("\"import "));
    assertThat(Files.readString(JupyterScript.notebook("first-look.ipynb"))).endsWith("}\n");
  }
}
