package org.ringlight.rpc.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.HeaderChain;
import org.ringlight.rpc.bitcoinj.BitcoinDecoder;
import org.ringlight.rpc.bitcoinj.NewBlock;
import org.ringlight.rpc.bitcoinj.RealBlocks;

class BlockFilesTest {

  private static final byte[] KEY = {1, (byte) 0xfe, 3, 77, 0, (byte) 0x80, 9, 13};

  @TempDir Path folder;

  /** Genesis and what is built on it, in order. */
  private static List<byte[]> chain(String word, int length) {
    List<byte[]> blocks = new ArrayList<>(List.of(RegtestBlocks.genesis()));
    RegtestBlocks maker = new RegtestBlocks(word);
    while (blocks.size() < length) {
      blocks.add(maker.after(blocks.get(blocks.size() - 1), blocks.size()));
    }
    return blocks;
  }

  private static byte[] framed(List<byte[]> blocks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] block : blocks) {
      ByteBuffer frame = ByteBuffer.allocate(8).putInt((int) BitcoinNetwork.REGTEST.magic());
      frame.order(ByteOrder.LITTLE_ENDIAN).putInt(block.length);
      out.writeBytes(frame.array());
      out.writeBytes(block);
    }
    return out.toByteArray();
  }

  private void write(int number, byte[] key, byte[]... parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    byte[] bytes = out.toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= key[i % key.length];
    }
    Files.write(folder.resolve("blk%05d.dat".formatted(number)), bytes);
  }

  /** Adds space that a node has reserved: zeros, which no key lies over. */
  private void reserve(int number, int bytes) throws IOException {
    Path file = folder.resolve("blk%05d.dat".formatted(number));
    Files.write(file, new byte[bytes], StandardOpenOption.APPEND);
  }

  private static void isTheChain(BlockFiles files, List<byte[]> chain) {
    assertThat(files.tipHeight()).isEqualTo(chain.size() - 1);
    List<RawBitcoinBlock> all = files.blocks(0, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(all).hasSameSizeAs(chain);
    for (int height = 0; height < chain.size(); height++) {
      assertThat(all.get(height).bytes()).isEqualTo(chain.get(height));
      assertThat(all.get(height).height()).isEqualTo(height);
      assertThat(all.get(height).hash())
          .isEqualTo(NewBlock.hash(chain.get(height)))
          .isEqualTo(files.hashAt(height));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void blocksInAnyOrderComeOutAsTheChainWithTheMostWork(long seed) throws IOException {
    List<byte[]> chain = chain("main", 60);
    RegtestBlocks branch = new RegtestBlocks("branch");
    byte[] beside = branch.after(chain.get(40), 41);
    byte[] besideToo = branch.after(beside, 42);
    byte[] lost = branch.after(branch.after(chain.get(50), 51), 52);
    List<byte[]> mixed = new ArrayList<>(chain.subList(1, chain.size()));
    Collections.addAll(mixed, beside, besideToo, lost, chain.get(30));
    Collections.shuffle(mixed, new Random(seed));
    Files.write(folder.resolve("xor.dat"), KEY);
    write(0, KEY, framed(chain.subList(0, 1)), framed(mixed.subList(0, 20)));
    write(1, KEY, framed(mixed.subList(20, 45)));
    write(3, KEY, framed(mixed.subList(45, mixed.size())));
    try (BlockFiles files = BlockFiles.open(folder)) {
      assertThat(files.network()).isEqualTo(BitcoinNetwork.REGTEST);
      assertThat(files.blocksFound()).isEqualTo(63);
      isTheChain(files, chain);
      assertThat(files.hashIfAny(60)).isEmpty();
      assertThat(files.blocks(60, 70, 1_000)).isEmpty();
      int two = chain.get(10).length + chain.get(11).length;
      assertThat(files.blocks(10, 59, two)).hasSize(2);
      assertThat(files.blocks(10, 59, 1)).hasSize(1);
      assertThat(files.blocks(10, 12, Long.MAX_VALUE)).hasSize(3);
    }
  }

  @Test
  void reservedSpaceHolesAndHalfBlocksAreGoneOver() throws IOException {
    List<byte[]> chain = chain("main", 9);
    byte[] half = Arrays.copyOf(framed(chain.subList(4, 5)), 150);
    byte[] whole = framed(chain.subList(5, 9));
    write(0, new byte[8], framed(chain.subList(0, 4)), new byte[70_001], half);
    write(1, new byte[8], framed(chain.subList(4, 5)), half, new byte[100], whole, new byte[4096]);
    try (BlockFiles files = BlockFiles.open(folder)) {
      isTheChain(files, chain);
    }
  }

  @Test
  void aDamagedBlockIsReadFromAWholeCopyThatComesLater() throws IOException {
    List<byte[]> chain = chain("main", 60);
    byte[] damaged = chain.get(30).clone();
    damaged[damaged.length - 8] ^= 1;
    write(0, new byte[1], framed(chain.subList(0, 30)), framed(List.of(damaged)));
    write(1, new byte[1], framed(chain.subList(30, 60)), framed(List.of(damaged)));
    try (BlockFiles files = BlockFiles.open(folder)) {
      isTheChain(files, chain);
    }
  }

  @Test
  void blocksWithoutAWayToTheFirstAreCounted() throws IOException {
    List<byte[]> chain = chain("main", 60);
    write(0, new byte[1], framed(chain.subList(0, 30)), framed(chain.subList(31, 60)));
    try (BlockFiles files = BlockFiles.open(folder)) {
      assertThat(files.tipHeight()).isEqualTo(29);
      assertThat(files.blocksUnconnected()).isEqualTo(29);
      write(1, new byte[1], framed(chain.subList(30, 31)));
      isTheChain(files, chain);
      assertThat(files.blocksUnconnected()).isZero();
    }
  }

  @Test
  void whatANodeAddsWhileItRunsIsSeen() throws IOException {
    List<byte[]> chain = chain("main", 12);
    List<byte[]> longer = chain("other", 15);
    Files.write(folder.resolve("xor.dat"), KEY);
    write(0, KEY, framed(chain.subList(0, 6)));
    try (BlockFiles files = BlockFiles.open(folder)) {
      isTheChain(files, chain.subList(0, 6));
      byte[] next = framed(chain.subList(6, 7));
      write(0, KEY, framed(chain.subList(0, 6)), Arrays.copyOf(next, 100));
      reserve(0, 5_000);
      isTheChain(files, chain.subList(0, 6));
      write(0, KEY, framed(chain.subList(0, 9)));
      reserve(0, 5_000);
      isTheChain(files, chain.subList(0, 9));
      write(0, KEY, framed(chain.subList(0, 9)));
      write(1, KEY, framed(chain.subList(9, 12)));
      isTheChain(files, chain);
      write(2, KEY, framed(longer.subList(1, 12)));
      isTheChain(files, chain);
      write(2, KEY, framed(longer.subList(1, 15)));
      isTheChain(files, longer);
    }
  }

  @Test
  void aFolderThatHoldsNoChainIsRefusedWithWhatToDo() throws IOException {
    assertThatThrownBy(() -> BlockFiles.open(folder))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("no blk00000.dat there")
        .hasMessageContaining("give the folder \"blocks\"");
    List<byte[]> chain = chain("main", 5);
    write(0, KEY, framed(chain));
    assertThatThrownBy(() -> BlockFiles.open(folder))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("no network's bytes")
        .hasMessageContaining("xor.dat");
    write(0, new byte[8], framed(chain.subList(1, 5)));
    assertThatThrownBy(() -> BlockFiles.open(folder))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("the first block of regtest is in none of the files")
        .hasMessageContaining("pruned nothing");
  }

  @Test
  void realBlocksOf2009AreAChain() throws IOException {
    Files.copy(
        RealBlocks.folder().resolve("hadoopcryptoledger/firstblocks.blk"),
        folder.resolve("blk00000.dat"));
    try (BlockFiles files = BlockFiles.open(folder)) {
      BitcoinDecoder decoder = new BitcoinDecoder(files.network());
      HeaderChain chain = HeaderChain.empty(files.network());
      for (RawBitcoinBlock raw : files.blocks(0, Long.MAX_VALUE, Long.MAX_VALUE)) {
        BitcoinBlock block = decoder.block(raw.bytes());
        chain.add(block.header(), block.hash());
        BlockRules.check(block, chain.height(), files.network());
      }
      assertThat(files.network()).isEqualTo(BitcoinNetwork.MAINNET);
      assertThat(chain.height()).isEqualTo(files.tipHeight()).isGreaterThan(500);
    }
  }
}
