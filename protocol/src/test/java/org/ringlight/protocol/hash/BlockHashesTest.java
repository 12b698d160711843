package org.ringlight.protocol.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.rules.Network;
import org.ringlight.protocol.wire.BlockDecoder;
import org.ringlight.protocol.wire.BlockEncoder;
import org.ringlight.protocol.wire.DecodedBlock;

class BlockHashesTest {

  @ParameterizedTest
  @EnumSource
  void everyGenesisBlockHashesToItsCheckpoint(Network network) {
    assertThat(BlockHashes.id(network.genesis())).isEqualTo(network.genesisHash());
  }

  @Test
  void mainnetsGenesisBlockIsTheseBytes() {
    byte[] bytes =
        HexFormat.of()
            .parseHex(
                "010000000000000000000000000000000000000000000000000000000000000000000010270000013c"
                    + "01ff0001ffffffffffff03029b2e4c0281c0b02e7c53291a94d1d0cbff8883f8024f5142ee49"
                    + "4ffbbd08807121017767aafcde9be00dcfd098715ebcf7f410daebc582fda69d24a28e9d0bc8"
                    + "90d100");
    assertThat(BlockEncoder.encode(Network.MAINNET.genesis())).isEqualTo(bytes);
    assertThat(BlockHashes.id(DecodedBlock.of(bytes)).toString())
        .isEqualTo("418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3");
    assertThat(TransactionHashes.of(BlockDecoder.decode(bytes).minerTransaction()))
        .hasValue(TxHash.parse("c88ce9783b4f11190d7b9c17a69c1c52200f9faaee8e98dd07e6811175177139"));
  }

  @Test
  void block202612KeepsItsHistoricalId() throws IOException {
    byte[] bytes = block202612();
    Block block = BlockDecoder.decode(bytes);
    assertThat(block.transactionHashes()).hasSize(513);
    assertThat(BlockEncoder.encode(block)).isEqualTo(bytes);
    BlockHash historical =
        BlockHash.parse("bbd604d2ba11ba27935e006ed39c9bfdd99b76bf4a50654bc1e1e61217962698");
    assertThat(BlockHashes.id(block)).isEqualTo(historical);
    assertThat(BlockHashes.id(DecodedBlock.of(bytes))).isEqualTo(historical);
  }

  @Test
  void aBlockLike202612GetsTheIdOfTheFormula() throws IOException {
    Block block = BlockDecoder.decode(block202612());
    List<TxHash> others = new ArrayList<>(block.transactionHashes());
    others.remove(others.size() - 1);
    BlockHeader header = block.header();
    Block shorter = new Block(header, block.minerTransaction(), others);
    assertThat(BlockHashes.id(shorter).toString()).doesNotStartWith("bbd604d2");
    // what the formula gives for the block itself, as monero's own test has it
    byte[] hashingBlob = BlockHashes.hashingBlob(block);
    byte[] sized = new byte[hashingBlob.length + 1];
    sized[0] = (byte) hashingBlob.length;
    System.arraycopy(hashingBlob, 0, sized, 1, hashingBlob.length);
    assertThat(HexFormat.of().formatHex(Keccak.hash(sized)))
        .isEqualTo("426d16cff04c71f8b16340b722dc4010a2dd3831c22041431f772547ba6e331a");
  }

  private static byte[] block202612() throws IOException {
    try (InputStream in = BlockHashesTest.class.getResourceAsStream("block-202612.bin")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
