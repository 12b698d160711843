package org.ringlight.protocol.bitcoin;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Hash;

/**
 * What every block must keep and its bytes alone can show, beside its header's place in the chain
 * ({@link HeaderChain}). Source: Bitcoin Core v28.0 {@code src/validation.cpp} ({@code CheckBlock},
 * {@code ContextualCheckBlock}, {@code CheckWitnessMalleation}, {@code GetBlockSubsidy}), {@code
 * src/consensus/tx_check.cpp} ({@code CheckTransaction}).
 */
public final class BlockRules {

  /** All coins that there can ever be, in satoshi. */
  public static final long ALL_COINS = 21_000_000L * 100_000_000L;

  private static final long FIRST_SUBSIDY = 50L * 100_000_000L;
  private static final int LARGEST_WEIGHT = 4_000_000;
  private static final int COINBASE_SCRIPT_LEAST = 2;
  private static final int COINBASE_SCRIPT_MOST = 100;

  /** {@code OP_RETURN}, 36 bytes, and what marks them as a commitment. */
  private static final byte[] COMMITMENT = {
    0x6a, 0x24, (byte) 0xaa, 0x21, (byte) 0xa9, (byte) 0xed
  };

  private BlockRules() {}

  /**
   * Checks what {@link #checkAlone} does, that the coinbase begins with the height (BIP 34) and
   * that it commits to witnesses in a form that can be checked (BIP 141), where the network asks
   * for either at this height.
   *
   * @throws DataInvalid where it breaks a rule
   */
  public static void check(BitcoinBlock block, long height, BitcoinNetwork network) {
    String place = "height " + height;
    refuse(broken(block), block, place);
    if (height >= network.heightInCoinbaseFrom() && !beginsWithHeight(block, height)) {
      refuse("its coinbase does not begin with the height (BIP 34)", block, place);
    }
    if (height >= network.witnessesFrom()
        && block.witnessDigest() == null
        && commitment(block.transactions().get(0)) != null) {
      refuse("it lacks the reserved value of its commitment (BIP 141)", block, place);
    }
  }

  /**
   * Checks what needs no height: that the first transaction and no other is a coinbase, that each
   * has inputs and outputs and no output more coins than there are, that the merkle root is that of
   * the transactions and of no other list of them (CVE-2012-2459), and that the witnesses are those
   * the coinbase commits to (BIP 141).
   *
   * @throws DataInvalid where it breaks a rule
   */
  public static void checkAlone(BitcoinBlock block) {
    refuse(broken(block), block, "its bytes alone");
  }

  private static void refuse(@Nullable String broken, BitcoinBlock block, String place) {
    if (broken != null) {
      throw new DataInvalid(
          "the block breaks a rule: " + broken,
          place + ", block " + block.hash(),
          "ask another node for this block");
    }
  }

  private static @Nullable String broken(BitcoinBlock block) {
    List<BitcoinTransaction> transactions = block.transactions();
    if (block.weight() > LARGEST_WEIGHT) {
      return "a weight of " + block.weight() + ", over the bound of " + LARGEST_WEIGHT;
    }
    if (transactions.isEmpty() || !transactions.get(0).isCoinbase()) {
      return "its first transaction is no coinbase";
    }
    for (int i = 0; i < transactions.size(); i++) {
      String wrong = broken(transactions.get(i), i > 0);
      if (wrong != null) {
        return "transaction " + i + " " + wrong;
      }
    }
    int script = block.coinbaseScript().size();
    if (script < COINBASE_SCRIPT_LEAST || script > COINBASE_SCRIPT_MOST) {
      return "its coinbase has a script of " + script + " bytes";
    }
    String root = brokenRoot(block);
    if (root != null) {
      return root;
    }
    return brokenWitnesses(block);
  }

  private static @Nullable String broken(BitcoinTransaction transaction, boolean spends) {
    if (transaction.inputs().isEmpty() || transaction.outputs().isEmpty()) {
      return "has no inputs or no outputs";
    }
    for (BitcoinInput input : transaction.inputs()) {
      if (spends && input.isOfCoinbase()) {
        return "makes coins of nothing, which only the first may";
      }
    }
    long sum = 0;
    for (BitcoinOutput output : transaction.outputs()) {
      if (output.value() < 0 || output.value() > ALL_COINS) {
        return "pays " + output.value() + " satoshi";
      }
      sum += output.value();
      if (sum > ALL_COINS) {
        return "pays more coins than there are";
      }
    }
    return null;
  }

  private static @Nullable String brokenRoot(BitcoinBlock block) {
    int length = DoubleSha256.LENGTH;
    byte[] hashes = new byte[block.transactions().size() * length];
    for (int i = 0; i < block.transactions().size(); i++) {
      byte[] hash = DoubleSha256.reversed(block.transactions().get(i).hash().toBytes());
      System.arraycopy(hash, 0, hashes, i * length, length);
    }
    byte[] root = MerkleRoot.of(hashes, new DoubleSha256());
    if (root == null) {
      return "it holds a transaction twice in a row (CVE-2012-2459)";
    }
    Hash found = Hash.of(DoubleSha256.reversed(root));
    return found.equals(block.header().merkleRoot())
        ? null
        : "its transactions have the merkle root " + found + ", its header another";
  }

  /** Whether the script begins with the push of this number that a script compiler would write. */
  private static boolean beginsWithHeight(BitcoinBlock block, long height) {
    byte[] push = pushOf(height);
    return block.coinbaseScript().size() >= push.length
        && Arrays.equals(block.coinbaseScript().slice(0, push.length).toBytes(), push);
  }

  private static byte[] pushOf(long height) {
    if (height <= 16) {
      return new byte[] {(byte) (height == 0 ? 0 : 0x50 + height)};
    }
    int length = 0;
    while (height >>> (8 * length) != 0) {
      length++;
    }
    if ((height >>> (8 * length - 1)) != 0) {
      length++; // the highest bit is the sign's
    }
    byte[] push = new byte[1 + length];
    push[0] = (byte) length;
    for (int i = 0; i < length; i++) {
      push[1 + i] = (byte) (height >>> (8 * i));
    }
    return push;
  }

  private static @Nullable String brokenWitnesses(BitcoinBlock block) {
    boolean any = block.weight() < 4 * block.bytes();
    byte[] committed = commitment(block.transactions().get(0));
    if (committed == null) {
      return any ? "it has witnesses that its coinbase does not commit to (BIP 141)" : null;
    }
    if (block.witnessDigest() == null) {
      return any ? "it lacks the reserved value of its commitment (BIP 141)" : null;
    }
    return Arrays.equals(committed, block.witnessDigest().toBytes())
        ? null
        : "its witnesses are not those that its coinbase commits to (BIP 141)";
  }

  /** What the last output that looks like a commitment says; null where none does. */
  private static byte @Nullable [] commitment(BitcoinTransaction coinbase) {
    int end = COMMITMENT.length + Hash.LENGTH;
    for (int i = coinbase.outputs().size() - 1; i >= 0; i--) {
      byte[] script = coinbase.outputs().get(i).script();
      if (script.length >= end
          && Arrays.equals(script, 0, COMMITMENT.length, COMMITMENT, 0, COMMITMENT.length)) {
        return Arrays.copyOfRange(script, COMMITMENT.length, end);
      }
    }
    return null;
  }

  /**
   * Checks that the coinbase pays no more than the subsidy and the fees.
   *
   * @param fees of all other transactions, in satoshi
   * @throws DataInvalid where it pays more
   */
  public static void checkReward(
      BitcoinBlock block, long height, long fees, BitcoinNetwork network) {
    long paid = 0;
    for (BitcoinOutput output : block.transactions().get(0).outputs()) {
      paid += output.value();
    }
    long allowed = subsidy(height, network) + fees;
    if (paid > allowed) {
      refuse(
          "its coinbase pays " + paid + " satoshi, subsidy and fees are " + allowed,
          block,
          "height " + height);
    }
  }

  /** New coins that a block at this height may make, in satoshi. */
  public static long subsidy(long height, BitcoinNetwork network) {
    long halvings = height / network.halvingBlocks();
    return halvings >= Long.SIZE ? 0 : FIRST_SUBSIDY >> halvings;
  }
}
