package org.ringlight.rpc.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.Hash;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.rpc.epee.EpeeReader;
import org.ringlight.rpc.epee.EpeeType;

/**
 * Reads an answer of {@code get_blocks.bin} in one pass into a {@link ChainPage}: transactions as
 * plain strings (full) or as sections of blob and prunable hash (pruned), output indices beside
 * them. Fields it does not know are passed over, each field may come once.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/core_rpc_server_commands_defs.h} ({@code
 * COMMAND_RPC_GET_BLOCKS_FAST}) and {@code src/cryptonote_protocol/cryptonote_protocol_defs.h}
 * ({@code block_complete_entry}).
 */
public final class PageReader {

  /** Far over the 20,000 after which monerod ends a page; bounds lists of empty things. */
  private static final int MOST_TRANSACTIONS = 1_000_000;

  private static final byte[] ZERO = new byte[Bytes32.LENGTH];

  private final EpeeReader in;
  private final String where;

  @SuppressWarnings("ArrayRecordComponent") // lives until the page is joined
  private record Shell(byte[] blob, List<UnverifiedTransaction> transactions) {}

  private @Nullable String status;
  private @Nullable Long startHeight;
  private @Nullable Long chainHeight;
  private @Nullable List<Shell> shells;
  private @Nullable List<List<long[]>> indices;
  private int transactions;
  private int indexLists;

  private PageReader(EpeeReader in, String where) {
    this.in = in;
    this.where = where;
  }

  /**
   * The page in the first {@code length} bytes; empty where the node says that it failed, which is
   * what it says to a height beyond its tip and to full transactions it has pruned.
   *
   * @param where the bytes came from, for messages
   */
  public static Optional<ChainPage> read(byte[] bytes, int length, String where) {
    return new PageReader(new EpeeReader(bytes, length), where).page();
  }

  private Optional<ChainPage> page() {
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("status")) {
        status = once(status, new String(in.string(), StandardCharsets.UTF_8));
      } else if (in.named("start_height")) {
        startHeight = once(startHeight, height());
      } else if (in.named("current_height")) {
        chainHeight = once(chainHeight, height());
      } else if (in.named("blocks")) {
        shells = once(shells, blocks());
      } else if (in.named("output_indices")) {
        indices = once(indices, outputIndices());
      } else {
        in.skip();
      }
    }
    in.finish();
    if (NodeStatus.FAILED.equals(status)) {
      return Optional.empty();
    }
    NodeStatus.check(wanted(status, "status"), where);
    return Optional.of(joined());
  }

  private ChainPage joined() {
    List<Shell> blocks = shells == null ? List.of() : shells;
    List<List<long[]>> lists = indices == null ? List.of() : indices;
    if (blocks.size() != lists.size()) {
      throw in.invalid(blocks.size() + " blocks with output indices of " + lists.size());
    }
    long first = wanted(startHeight, "start_height");
    List<UnverifiedBlock> joined = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      Shell block = blocks.get(i);
      if (lists.get(i).size() != block.transactions.size() + 1) {
        throw in.invalid(
            (block.transactions.size() + 1)
                + " transactions with output indices of "
                + lists.get(i).size()
                + ", height "
                + (first + i));
      }
      joined.add(new UnverifiedBlock(block.blob, block.transactions, lists.get(i)));
    }
    return new ChainPage(first, wanted(chainHeight, "current_height"), joined);
  }

  private List<Shell> blocks() {
    int count = in.array(EpeeType.OBJECT);
    List<Shell> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] blob = null;
      List<UnverifiedTransaction> listed = null;
      int entries = in.section();
      for (int k = 0; k < entries; k++) {
        in.entry();
        if (in.named("block")) {
          blob = once(blob, in.string());
        } else if (in.named("txs")) {
          listed = once(listed, transactions());
        } else {
          in.skip();
        }
      }
      blocks.add(new Shell(wanted(blob, "block"), listed == null ? List.of() : listed));
    }
    return blocks;
  }

  private List<UnverifiedTransaction> transactions() {
    boolean pruned = in.type() == EpeeType.OBJECT;
    int count = in.array(pruned ? EpeeType.OBJECT : EpeeType.STRING);
    transactions = counted(transactions, count);
    List<UnverifiedTransaction> listed = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      listed.add(pruned ? pruned() : new UnverifiedTransaction(in.stringElement(), null));
    }
    return listed;
  }

  private UnverifiedTransaction pruned() {
    byte[] blob = null;
    byte[] hash = null;
    int entries = in.section();
    for (int i = 0; i < entries; i++) {
      in.entry();
      if (in.named("blob")) {
        blob = once(blob, in.string());
      } else if (in.named("prunable_hash")) {
        hash = once(hash, in.string());
      } else {
        in.skip();
      }
    }
    return new UnverifiedTransaction(
        wanted(blob, "blob"), hash == null ? null : prunableHash(hash));
  }

  /** The hash, or null where the node left it zero. */
  private @Nullable Hash prunableHash(byte[] hash) {
    if (hash.length != Bytes32.LENGTH) {
      throw in.invalid("a prunable hash of " + hash.length + " bytes");
    }
    return Arrays.equals(hash, ZERO) ? null : Hash.of(hash);
  }

  private List<List<long[]>> outputIndices() {
    int count = in.array(EpeeType.OBJECT);
    indexLists = counted(indexLists, count);
    List<List<long[]>> ofBlocks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<long[]> ofBlock = null;
      int entries = in.section();
      for (int k = 0; k < entries; k++) {
        in.entry();
        if (in.named("indices")) {
          ofBlock = once(ofBlock, ofTransactions());
        } else {
          in.skip();
        }
      }
      ofBlocks.add(ofBlock == null ? List.of() : ofBlock);
    }
    return ofBlocks;
  }

  private List<long[]> ofTransactions() {
    int count = in.array(EpeeType.OBJECT);
    indexLists = counted(indexLists, count);
    List<long[]> lists = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long[] list = null;
      int entries = in.section();
      for (int k = 0; k < entries; k++) {
        in.entry();
        if (in.named("indices")) {
          list = once(list, in.longs());
        } else {
          in.skip();
        }
      }
      lists.add(list == null ? new long[0] : list);
    }
    return lists;
  }

  private long height() {
    long height = in.integer();
    if (height < 0) {
      throw in.invalid("a height of " + Long.toUnsignedString(height));
    }
    return height;
  }

  private int counted(int before, int more) {
    if (more > MOST_TRANSACTIONS - before) {
      throw in.invalid("more than " + MOST_TRANSACTIONS + " transactions in one page");
    }
    return before + more;
  }

  private <T> T once(@Nullable T before, T value) {
    if (before != null) {
      throw in.invalid("\"" + in.name() + "\" comes twice");
    }
    return value;
  }

  private <T> T wanted(@Nullable T value, String name) {
    if (value == null) {
      throw in.invalid("\"" + name + "\" is missing");
    }
    return value;
  }
}
