package org.ringlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.cli.demo.BundledChain;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.rpc.bitcoin.BitcoinNode;
import org.ringlight.rpc.bitcoin.BlockFiles;
import org.ringlight.rpc.bitcoin.Btcd;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;
import org.ringlight.rpc.recording.RecordedNode;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;

/** The twin of the bundled chain, told anew and beside the bundled one. */
class TwinOfTheDemoTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 1 << 20;

  @TempDir static Path folder;

  private static Path data = Path.of("demo");
  private static Path twin = Path.of("twin");
  private static Typed told = new Typed(-1, "", "");

  @BeforeAll
  static void tellItTwice() {
    data = folder.resolve("demo");
    twin = folder.resolve("twin");
    Typed demo = Typed.in("--data", folder.toString(), "demo", "--without-contrast");
    assertThat(demo.code()).as(demo.talk()).isZero();
    told = twin(data.resolve("truth.csv"), twin);
    Typed indexed =
        Typed.in("--data", data.toString(), "index-btc", "--blocks-dir", twin.toString());
    assertThat(indexed.code()).as(indexed.talk()).isZero();
  }

  private static Typed twin(Path truth, Path out) {
    return Typed.in(
        "--data",
        data.toString(),
        "truth",
        "twin",
        "--truth",
        truth.toString(),
        "--out",
        out.toString());
  }

  private static JsonNode sql(Path tables, String statement) throws IOException {
    Typed answer = Typed.in("--data", tables.toString(), "sql", "--format", "json", statement);
    assertThat(answer.code()).as(answer.talk()).isZero();
    return JSON.readTree(answer.out());
  }

  @Test
  void saysWhatHasATwinAndWhatWasNotKnown() {
    assertThat(told.code()).as(told.talk()).isZero();
    assertThat(told.out())
        .contains("1,167 transactions, 3,991 spends and 4,971 outputs have their twins")
        .contains("923 blocks of simnet")
        .contains("theft.csv");
    assertThat(told.talk()).contains("Of 72 outputs nobody knows the amount");
  }

  @Test
  void isTheBundledOneByteForByte() throws IOException {
    Path bundled = BundledChain.unpackTwin(folder.resolve("bundled"));
    for (String name : List.of("blk00000.dat", "twin.csv")) {
      assertThat(twin.resolve(name)).hasSameBinaryContentAs(bundled.resolve(name));
    }
    assertThat(twin.resolve("theft.csv")).hasSameTextualContentAs(data.resolve("theft.csv"));
  }

  @Test
  void aRealNodeAcceptsEveryBlockAndHasTheSameTables() throws IOException {
    try (Btcd node = Btcd.start(BitcoinNetwork.SIMNET);
        BitcoinNode client = node.client();
        BlockFiles blocks = BlockFiles.open(twin)) {
      long height = 1;
      while (height <= blocks.tipHeight()) {
        for (RawBitcoinBlock block : blocks.blocks(height, Long.MAX_VALUE, MOST_BYTES)) {
          node.submit(block.bytes());
          height++;
        }
      }
      assertThat(client.tipHeight()).isEqualTo(blocks.tipHeight());
      assertThat(client.hashIfAny(client.tipHeight())).isEqualTo(blocks.hashIfAny(height - 1));
      Path ofNode = folder.resolve("of-node");
      Path login = folder.resolve("login");
      Files.writeString(login, Btcd.LOGIN.user() + ":" + Btcd.LOGIN.password());
      Typed indexed =
          Typed.in(
              "--data",
              ofNode.toString(),
              "index-btc",
              "--node",
              node.uri().toString(),
              "--rpc-login-file",
              login.toString());
      assertThat(indexed.code()).as(indexed.talk()).isZero();
      for (String table : List.of("blocks", "transactions", "inputs", "outputs", "addresses")) {
        String all = "SELECT * FROM btc." + table + " ORDER BY ALL";
        assertThat(sql(ofNode, all)).as(table).isEqualTo(sql(data, all)).isNotEmpty();
      }
      Typed verified = Typed.in("--data", ofNode.toString(), "verify");
      assertThat(verified.code()).as(verified.out()).isZero();
    }
  }

  /** An output as either chain names it, by the other's name. */
  private static Map<String, String> twins(int from, int to) throws IOException {
    Map<String, String> twins = new HashMap<>();
    List<String> lines = Files.readAllLines(twin.resolve("twin.csv"));
    assertThat(lines.get(0)).isEqualTo("xmr_tx,xmr_index_space,xmr_index,btc_tx,btc_index,value");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      twins.put(cells[from] + ":" + cells[from + 1], cells[to] + ":" + cells[to + 1]);
    }
    return twins;
  }

  @Test
  void everyInputSpendsTheTwinOfWhatWasTrulySpent() throws IOException {
    Map<String, String> ofOutput = twins(1, 3);
    Map<String, String> ofTransaction = new HashMap<>();
    for (String line : Files.readAllLines(twin.resolve("twin.csv"))) {
      String[] cells = line.split(",", -1);
      ofTransaction.put(cells[0], cells[3]);
    }
    Map<String, String> spentBy = new HashMap<>();
    sql(
            data,
            "SELECT lhex(hash) AS tx, input_index AS place, lhex(prev_tx_hash) AS made,"
                + " prev_index AS at FROM btc.inputs JOIN btc.transactions USING (tx_id)")
        .forEach(
            input ->
                spentBy.put(
                    input.get("tx").asText() + ":" + input.get("place"),
                    input.get("made").asText() + ":" + input.get("at")));
    Map<String, TrueSpend> truth = new HashMap<>();
    TruthFiles.readSpends(data.resolve("truth.csv"))
        .forEach(spend -> truth.put(spend.keyImage().toString(), spend));
    JsonNode rings =
        sql(
            data,
            "SELECT lhex(hash) AS tx, input_index AS place, lhex(key_image) AS image FROM"
                + " xmr.rings JOIN xmr.transactions USING (tx_id)");
    assertThat(rings).hasSameSizeAs(spentBy.keySet()).hasSize(3_991);
    for (JsonNode ring : rings) {
      String input = ofTransaction.get(ring.get("tx").asText()) + ":" + ring.get("place");
      TrueSpend spend = Objects.requireNonNull(truth.get(ring.get("image").asText()));
      assertThat(spentBy.get(input))
          .as(input)
          .isEqualTo(ofOutput.get(spend.indexSpace() + ":" + spend.amountIndex()));
    }
  }

  @Test
  void transactionsAreAsLargeAndValuesTheSameButForDust() throws IOException {
    JsonNode shapes =
        sql(
            data,
            """
            SELECT (SELECT list((input_count, output_count) ORDER BY tx_id) FROM xmr.transactions
                WHERE NOT coinbase) = (SELECT list((input_count, output_count) ORDER BY tx_id)
                FROM btc.transactions WHERE NOT coinbase) AS same,
              (SELECT min(fee) FROM btc.transactions WHERE NOT coinbase) AS fee,
              (SELECT min(value) FROM btc.outputs o JOIN btc.transactions t USING (tx_id)
                WHERE NOT t.coinbase OR value > 0) AS least\
            """);
    assertThat(shapes.get(0).get("same").asBoolean()).isTrue();
    assertThat(shapes.get(0).get("fee").asLong()).isPositive();
    assertThat(shapes.get(0).get("least").asLong()).isEqualTo(546);
    Map<String, Long> values = new HashMap<>();
    for (String line : Files.readAllLines(twin.resolve("twin.csv")).subList(1, 4_972)) {
      String[] cells = line.split(",", -1);
      values.put(cells[1] + ":" + cells[2], Long.parseLong(cells[5]));
    }
    List<String> outputs = Files.readAllLines(data.resolve("outputs.csv"));
    assertThat(outputs).hasSize(4_899);
    for (String line : outputs.subList(1, outputs.size())) {
      String[] cells = line.split(",", -1);
      assertThat(values.get(cells[0] + ":" + cells[1]))
          .as(line)
          .isEqualTo(Math.max(546, Long.parseLong(cells[3]) / 10_000));
    }
  }

  @Test
  void theTheftBeginsWithTheLootAndMayReachTheSixteenDeposits() throws IOException {
    List<String> lines = Files.readAllLines(twin.resolve("theft.csv"));
    assertThat(lines.get(0)).isEqualTo("flow,role,chain,output");
    assertThat(lines).filteredOn(line -> line.startsWith("theft,source,")).hasSize(2);
    assertThat(lines).filteredOn(line -> line.startsWith("theft,label,")).hasSize(32);
    JsonNode theft =
        sql(
            data,
            "SELECT lhex(hash) AS tx FROM xmr.outputs JOIN xmr.transactions USING (tx_id) WHERE"
                + " index_space = 0 AND amount_index = "
                + lines.get(1).substring(lines.get(1).lastIndexOf(':') + 1));
    assertThat(theft.get(0).get("tx").asText())
        .isEqualTo("e8f3bd5e9fe8c38b8e1ceb5a3482e5a622b72bad1b092669bf867ac22034a84b");
    Map<String, String> ofOutput = twins(1, 3);
    for (int i = 1; i < lines.size(); i += 2) {
      String[] here = lines.get(i).split(",", -1);
      String[] there = lines.get(i + 1).split(",", -1);
      assertThat(Set.of(here[2], there[2])).containsExactlyInAnyOrder("xmr", "btc");
      assertThat(there[3]).isEqualTo(ofOutput.get(here[3]));
    }
  }

  private static Path truthWith(String name, List<String> lines) throws IOException {
    Path file = Files.createDirectories(folder.resolve(name)).resolve("truth.csv");
    Files.write(file, lines);
    return file;
  }

  private static void isRefused(String name, List<String> truth, int code, String... words)
      throws IOException {
    Path out = folder.resolve(name).resolve("twin");
    Typed refused = twin(truthWith(name, truth), out);
    assertThat(refused.code()).as(refused.talk()).isEqualTo(code);
    assertThat(refused.talk()).contains(words);
    assertThat(out).doesNotExist();
  }

  @Test
  void aTruthThatLacksASpendOrDoesNotFitIsRefused() throws IOException {
    List<String> truth = Files.readAllLines(data.resolve("truth.csv"));
    String image = truth.get(100).substring(0, 64);
    List<String> lacking = new ArrayList<>(truth);
    lacking.remove(100);
    isRefused("lacking", lacking, 5, "no line says what a ring spends", image, "height ");
    List<String> twice = new ArrayList<>(truth);
    twice.add(truth.get(100));
    isRefused("twice", twice, 5, "the key image comes twice", "line " + (truth.size() + 1));
    List<String> moved = new ArrayList<>(truth);
    String[] cells = truth.get(100).split(",", -1);
    cells[3] = Integer.toString((Integer.parseInt(cells[3]) + 1) % 16);
    moved.set(100, String.join(",", cells));
    isRefused("moved", moved, 5, "is not at position " + cells[3] + " of its ring", image);
  }

  @Test
  void amountsOfAnotherTellingAreRefused() throws IOException {
    List<String> outputs = new ArrayList<>(Files.readAllLines(data.resolve("outputs.csv")));
    outputs.set(4_000, outputs.get(4_000) + "1");
    Path folderOfBoth = Files.createDirectories(folder.resolve("amounts"));
    Files.write(folderOfBoth.resolve("outputs.csv"), outputs);
    isRefused(
        "amounts",
        Files.readAllLines(data.resolve("truth.csv")),
        5,
        "the amounts of outputs.csv do not add up",
        "outputs.csv of this very chain");
  }

  @Test
  void withoutAmountsHiddenOnesAreSplitEvenly() throws IOException {
    Path out = folder.resolve("even").resolve("twin");
    Typed even = twin(truthWith("even", Files.readAllLines(data.resolve("truth.csv"))), out);
    assertThat(even.code()).as(even.talk()).isZero();
    assertThat(even.talk()).contains("Of 4,510 outputs nobody knows the amount");
    assertThat(even.out()).contains("there is no theft.csv");
    assertThat(out.resolve("theft.csv")).doesNotExist();
  }

  @Test
  void aSliceIsRefused() {
    Path slice = folder.resolve("slice");
    try (RecordedNode node = RecordedNode.serve(BundledChain.recording())) {
      String uri = node.uri().toString();
      Typed indexed = Typed.in("--data", slice.toString(), "index", "--node", uri, "--from", "300");
      assertThat(indexed.code()).as(indexed.talk()).isZero();
    }
    Typed refused =
        Typed.in(
            "--data",
            slice.toString(),
            "truth",
            "twin",
            "--truth",
            data.resolve("truth.csv").toString(),
            "--out",
            folder.resolve("of-slice").toString());
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.talk()).contains("begin at height 300").contains("without --from");
    assertThat(folder.resolve("of-slice")).doesNotExist();
  }

  @Test
  void aFolderInUseAndNoTablesAreRefused() throws IOException {
    Typed used = twin(data.resolve("truth.csv"), twin);
    assertThat(used.code()).isEqualTo(3);
    assertThat(used.talk()).contains("the folder is not empty");
    Typed nothing =
        Typed.in(
            "--data",
            folder.resolve("nowhere").toString(),
            "truth",
            "twin",
            "--truth",
            data.resolve("truth.csv").toString(),
            "--out",
            folder.resolve("nothing").toString());
    assertThat(nothing.code()).isEqualTo(3);
    assertThat(nothing.talk()).contains("there are no tables");
  }
}
