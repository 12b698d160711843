package org.ringlight.rpc.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.bitcoin.AddressText;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BitcoinOutput;
import org.ringlight.protocol.bitcoin.BitcoinTransaction;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.HeaderChain;
import org.ringlight.protocol.bitcoin.OutputScripts;
import org.ringlight.protocol.bitcoin.ScriptType;
import org.ringlight.protocol.bitcoin.Target;

class RealBlocksTest {

  @Test
  void everyListedBlockIsReadAsTheListSays() throws IOException {
    Map<ScriptType, Integer> kinds = new EnumMap<>(ScriptType.class);
    int read = 0;
    for (Map.Entry<String, Map<String, RealBlocks.Row>> file : RealBlocks.rows().entrySet()) {
      Map<String, RealBlocks.Row> rows = file.getValue();
      for (byte[] bytes : RealBlocks.blocks(RealBlocks.folder().resolve(file.getKey()))) {
        BitcoinBlock block;
        try {
          block = new BitcoinDecoder(BitcoinNetwork.MAINNET).block(bytes);
        } catch (DataInvalid e) {
          assertThat(rows.values()).noneMatch(row -> isBitcoin(row.network()));
          continue;
        }
        RealBlocks.Row row = rows.remove(block.hash().toString());
        if (row != null && isBitcoin(row.network())) {
          isAsListed(block, row);
          block.transactions().stream()
              .flatMap(transaction -> transaction.outputs().stream())
              .forEach(output -> kinds.merge(output.payee().type(), 1, Integer::sum));
          read++;
        }
      }
      assertThat(rows.values())
          .as("listed, but not in %s", file.getKey())
          .noneMatch(row -> isBitcoin(row.network()));
    }
    System.out.println("corpus: " + read + " blocks, outputs " + kinds);
    assertThat(read).isGreaterThan(1_200);
    assertThat(kinds).containsKeys(ScriptType.P2PK, ScriptType.P2WPKH, ScriptType.MULTISIG);
  }

  private static boolean isBitcoin(String network) {
    return !network.equals("namecoin") && !network.equals("litecoin");
  }

  private static void isAsListed(BitcoinBlock block, RealBlocks.Row row) {
    int inputs = 0;
    int outputs = 0;
    int witnessed = 0;
    int bytes = 80 + (row.transactions() < 253 ? 1 : 3);
    for (BitcoinTransaction transaction : block.transactions()) {
      inputs += transaction.isCoinbase() ? 0 : transaction.inputs().size();
      outputs += transaction.outputs().size();
      witnessed += transaction.weight() < 4 * transaction.bytes() ? 1 : 0;
      bytes += transaction.bytes();
    }
    assertThat(block.transactions()).hasSize(row.transactions());
    assertThat(List.of(inputs, outputs, witnessed))
        .as(row.toString())
        .isEqualTo(List.of(row.inputs(), row.outputs(), row.witnessed()));
    assertThat(List.of(block.bytes(), bytes)).isEqualTo(List.of(row.bytes(), row.bytes()));
    BitcoinNetwork network =
        row.network().equals("testnet3") ? BitcoinNetwork.TESTNET3 : BitcoinNetwork.MAINNET;
    BlockRules.check(block, Math.max(row.height(), 0), network);
    if (!row.network().startsWith("synthetic")) {
      assertThat(Target.ofBits(block.header().bits()).isMetBy(block.hash())).isTrue();
    }
  }

  @Test
  void blocksOfOtherCoinsAreReadOrRefused() throws IOException {
    try (Stream<Path> files = Files.list(RealBlocks.folder().resolve("hadoopcryptoledger"))) {
      int seen = 0;
      for (Path file : files.filter(one -> one.toString().contains("coin")).toList()) {
        for (byte[] bytes : RealBlocks.blocks(file)) {
          seen++;
          try {
            BlockRules.check(
                new BitcoinDecoder(BitcoinNetwork.MAINNET).block(bytes), 0, BitcoinNetwork.MAINNET);
          } catch (DataInvalid refused) {
            assertThat(refused).hasMessageContaining("ask another node");
          }
        }
      }
      assertThat(seen).isGreaterThan(4);
    }
  }

  @Test
  void theFirstBlocksOf2009AreAChain() {
    HeaderChain chain = HeaderChain.empty(BitcoinNetwork.MAINNET);
    BitcoinDecoder decoder = new BitcoinDecoder(BitcoinNetwork.MAINNET);
    AddressText addresses = new AddressText(BitcoinNetwork.MAINNET);
    List<String> paid = new ArrayList<>();
    for (byte[] bytes :
        RealBlocks.blocks(RealBlocks.folder().resolve("bitcoinj/first-100k-blocks.dat"))) {
      BitcoinBlock block = decoder.block(bytes);
      chain.add(block.header(), block.hash());
      BlockRules.check(block, chain.height(), BitcoinNetwork.MAINNET);
      BlockRules.checkReward(block, chain.height(), 0, BitcoinNetwork.MAINNET);
      paid.add(String.valueOf(addresses.of(block.transactions().get(0).outputs().get(0).payee())));
    }
    assertThat(chain.height()).isGreaterThan(400);
    assertThat(paid.get(9))
        .startsWith("pk(0411db93e1dcdb8a016b49840f8c53bc1eb68a382e97b1482ecad7b1");
  }

  @Test
  void whatOtherBlocksPaidIsWhatTheInputsSpendAndTheCoinbaseKeepsTheRest() throws IOException {
    int blocks = 0;
    for (RealBlocks.Row row :
        RealBlocks.rows().values().stream().flatMap(m -> m.values().stream()).toList()) {
      Path undo = RealBlocks.folder().resolve(row.file().replace(".raw", "-undo.raw"));
      if (!row.file().endsWith(".raw") || !Files.exists(undo)) {
        continue;
      }
      BitcoinNetwork network =
          row.network().equals("testnet3") ? BitcoinNetwork.TESTNET3 : BitcoinNetwork.MAINNET;
      BitcoinBlock block =
          new BitcoinDecoder(network)
              .block(Files.readAllBytes(RealBlocks.folder().resolve(row.file())));
      ByteBuffer spent = ByteBuffer.wrap(Files.readAllBytes(undo)).order(ByteOrder.LITTLE_ENDIAN);
      long fees = 0;
      for (BitcoinTransaction transaction : block.transactions().subList(1, row.transactions())) {
        for (int i = 0; i < transaction.inputs().size(); i++) {
          BitcoinOutput output = spentOutput(spent);
          fees += output.value();
          revealsWhatTheOutputHid(transaction, i, output);
        }
        fees -= transaction.outputs().stream().mapToLong(BitcoinOutput::value).sum();
      }
      assertThat(spent.hasRemaining()).isFalse();
      long paid =
          block.transactions().get(0).outputs().stream().mapToLong(BitcoinOutput::value).sum();
      assertThat(paid).isEqualTo(BlockRules.subsidy(row.height(), network) + fees);
      BlockRules.checkReward(block, row.height(), fees, network);
      blocks++;
    }
    assertThat(blocks).isEqualTo(8);
  }

  private static BitcoinOutput spentOutput(ByteBuffer spent) {
    long value = spent.getLong();
    int length = spent.get() & 0xff;
    byte[] script = new byte[length < 253 ? length : spent.getShort() & 0xffff];
    spent.get(script);
    return new BitcoinOutput(value, script, OutputScripts.payee(script));
  }

  /** Whether an input reveals a script is told without its output, which knows better. */
  private static void revealsWhatTheOutputHid(
      BitcoinTransaction transaction, int input, BitcoinOutput spent) {
    boolean reveals = transaction.inputs().get(input).revealedScript() != null;
    String place = transaction.hash() + " input " + input + " " + spent.payee();
    switch (spent.payee().type()) {
      case P2SH, P2WSH -> assertThat(reveals).as(place).isTrue();
      case P2PK, P2PKH, P2WPKH, MULTISIG -> assertThat(reveals).as(place).isFalse();
      default -> {}
    }
  }
}
