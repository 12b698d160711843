package org.ringlight.protocol.bitcoin;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork.Retarget;

/**
 * Checks headers one after the other as a node does: each builds on the last, has the target that
 * the chain asks of it, enough work under it, and a time after the median of the last eleven.
 * Remembers the last {@link #REMEMBERED} headers only. Not safe for use by several threads.
 *
 * <p>Not checked: that a time is not in the future, which only the clock of that day could tell;
 * and the version numbers that forks asked for. Source: Bitcoin Core v28.0 {@code src/pow.cpp}
 * ({@code GetNextWorkRequired}), {@code src/validation.cpp} ({@code ContextualCheckBlockHeader}).
 */
public final class HeaderChain {

  /** How many headers back any check can look: a period of one target. */
  public static final int REMEMBERED = 2016;

  private static final long SPACING = 600;
  private static final long PERIOD = REMEMBERED * SPACING;
  private static final int MEDIAN_OF = 11;

  private final BitcoinNetwork network;
  private final Target easiest;

  /** Of the headers by height modulo {@link #REMEMBERED}. */
  private final long[] times = new long[REMEMBERED];

  private final long[] bits = new long[REMEMBERED];
  private BlockHash tip = BlockHash.of(new byte[BlockHash.LENGTH]);
  private long height = -1;

  private HeaderChain(BitcoinNetwork network) {
    this.network = network;
    this.easiest = Target.ofBits(network.easiestBits());
  }

  /** A chain without blocks: the first to be added is the network's genesis. */
  public static HeaderChain empty(BitcoinNetwork network) {
    return new HeaderChain(network);
  }

  /**
   * A chain that goes on after known headers, which are not checked again.
   *
   * @param height of the last of them
   * @param headers in order; the last {@link #REMEMBERED}, or all there are from genesis
   * @param tip the hash of the last of them
   */
  public static HeaderChain after(
      BitcoinNetwork network, long height, List<BitcoinHeader> headers, BlockHash tip) {
    int wanted = (int) Math.min(height + 1, REMEMBERED);
    if (wanted < 1 || headers.size() < wanted) {
      throw new IllegalArgumentException(
          "at height " + height + " the last " + wanted + " headers wanted, not " + headers.size());
    }
    HeaderChain chain = new HeaderChain(network);
    chain.height = height - wanted;
    for (BitcoinHeader header : headers.subList(headers.size() - wanted, headers.size())) {
      chain.remember(header, tip);
    }
    return chain;
  }

  /** The height of the last header; -1 where there is none. */
  public long height() {
    return height;
  }

  /** The hash of the last header; zeros where there is none. */
  public BlockHash tip() {
    return tip;
  }

  /**
   * Adds the header at {@code height() + 1}.
   *
   * @param hash of {@code header}, as its decoder computed it
   * @throws DataInvalid where it breaks a rule; nothing is added then
   */
  public void add(BitcoinHeader header, BlockHash hash) {
    if (!header.previous().equals(tip)) {
      throw invalid(
          "the block builds on " + header.previous() + " and not on " + tip + " before it", hash);
    }
    if (height < 0 && !hash.equals(network.genesisHash())) {
      throw invalid("not the first block of " + network.word(), hash);
    }
    if (height >= 0) {
      checkTime(header, hash);
      long asked = askedBits(header.time());
      if (header.bits() != asked) {
        throw invalid(
            "bits "
                + Long.toHexString(header.bits())
                + " where the chain asks for "
                + Long.toHexString(asked),
            hash);
      }
    }
    if (!Target.ofBits(height < 0 ? network.easiestBits() : header.bits()).isMetBy(hash)) {
      throw invalid("not the work that its bits claim", hash);
    }
    remember(header, hash);
  }

  private void remember(BitcoinHeader header, BlockHash hash) {
    height++;
    tip = hash;
    times[(int) (height % REMEMBERED)] = header.time();
    bits[(int) (height % REMEMBERED)] = header.bits();
  }

  private void checkTime(BitcoinHeader header, BlockHash hash) {
    long median = medianTime();
    if (header.time() <= median) {
      throw invalid(
          "time " + header.time() + " is not after " + median + ", the median of the last eleven",
          hash);
    }
    boolean first = (height + 1) % REMEMBERED == 0;
    if (network.retarget() == Retarget.AS_BIP_94_SAYS
        && first
        && header.time() < time(height) - SPACING) {
      throw invalid("a period begins more than ten minutes before the last one's end", hash);
    }
  }

  /** The median of the last eleven times, or of all where there are fewer; needs one at least. */
  private long medianTime() {
    int count = (int) Math.min(height + 1, MEDIAN_OF);
    long[] last = new long[count];
    for (int i = 0; i < count; i++) {
      last[i] = time(height - i);
    }
    Arrays.sort(last);
    return last[count / 2];
  }

  /**
   * The bits that the block after the tip must have; needs one block at least.
   *
   * @param time that block's, seconds since 1970
   */
  public long askedBits(long time) {
    if (network.retarget() == Retarget.NEVER) {
      return bits(height);
    }
    if ((height + 1) % REMEMBERED == 0) {
      return retargeted();
    }
    if (network.retarget() == Retarget.EVERY_2016_BLOCKS) {
      return bits(height);
    }
    if (time > time(height) + 2 * SPACING) {
      return network.easiestBits();
    }
    long at = height;
    while (at % REMEMBERED != 0 && bits(at) == network.easiestBits()) {
      at--;
    }
    return bits(at);
  }

  private long retargeted() {
    long first = height - REMEMBERED + 1;
    long took = Math.max(PERIOD / 4, Math.min(PERIOD * 4, time(height) - time(first)));
    long from = network.retarget() == Retarget.AS_BIP_94_SAYS ? bits(first) : bits(height);
    BigInteger next =
        Target.ofBits(from)
            .value()
            .multiply(BigInteger.valueOf(took))
            .divide(BigInteger.valueOf(PERIOD));
    return new Target(next.min(easiest.value())).bits();
  }

  /** The time of the last header, seconds since 1970; needs one block at least. */
  public long time() {
    return time(height);
  }

  private long time(long at) {
    return times[(int) (at % REMEMBERED)];
  }

  private long bits(long at) {
    return bits[(int) (at % REMEMBERED)];
  }

  private DataInvalid invalid(String what, BlockHash hash) {
    return new DataInvalid(
        what, "height " + (height + 1) + ", block " + hash, "ask another node for this block");
  }
}
