package org.ringlight.rpc.monerojava;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import monero.daemon.MoneroDaemonRpc;
import monero.daemon.model.MoneroAltChain;
import monero.daemon.model.MoneroBlockHeader;
import monero.daemon.model.MoneroFeeEstimate;
import monero.daemon.model.MoneroHardForkInfo;
import monero.daemon.model.MoneroKeyImageSpentStatus;
import monero.daemon.model.MoneroTx;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.FeeEstimate;
import org.ringlight.rpc.HardForkFacts;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.KeyImageStatus;
import org.ringlight.rpc.PoolTransaction;
import org.ringlight.rpc.http.JsonCalls;

/**
 * The calls that monero-java 0.8.36 does correctly: headers, pool, fees, hard fork, alternative
 * chains, key image status. What its answers lack or hold in a wrong shape is {@link DataInvalid}.
 * Safe for use by several threads: monero-java's daemon keeps a cache of headers only for calls not
 * made here.
 */
public final class ControlPlane {

  /** Restricted ports refuse more headers at once ({@code RESTRICTED_BLOCK_HEADER_RANGE}). */
  private static final int HEADERS_AT_ONCE = 1000;

  /** Restricted ports refuse more at once ({@code RESTRICTED_SPENT_KEY_IMAGES_COUNT}). */
  private static final int KEY_IMAGES_AT_ONCE = 5000;

  /** Held, because java.util.logging forgets levels of loggers nobody holds. */
  private static final Logger UNKNOWN_FIELDS = Logger.getLogger(MoneroDaemonRpc.class.getName());

  static {
    UNKNOWN_FIELDS.setLevel(Level.SEVERE); // it warns about every field newer than itself
  }

  private final String node;
  private final MoneroDaemonRpc daemon;

  public ControlPlane(String node, JsonCalls calls) {
    this.node = node;
    this.daemon = new MoneroDaemonRpc(new OwnTransportConnection(node, calls));
  }

  /** Headers at heights {@code from} to {@code to}, both included. */
  public List<HeaderFacts> headers(long from, long to) {
    List<HeaderFacts> headers = new ArrayList<>();
    for (long first = from; first <= to; first += HEADERS_AT_ONCE) {
      long start = first;
      long last = Math.min(to, first + HEADERS_AT_ONCE - 1);
      String subject = "get_block_headers_range " + start + " to " + last;
      headers.addAll(
          shaped(
              subject,
              () -> all(daemon.getBlockHeadersByRange(start, last), ControlPlane::header)));
      if (headers.size() != last - from + 1 || headers.get(headers.size() - 1).height() != last) {
        throw invalid("headers that are not those asked for", subject, null);
      }
    }
    return List.copyOf(headers);
  }

  public List<PoolTransaction> pool() {
    return shaped(
        "get_transaction_pool", () -> all(daemon.getTxPool(), ControlPlane::poolTransaction));
  }

  public FeeEstimate fees() {
    return shaped(
        "get_fee_estimate",
        () -> {
          MoneroFeeEstimate fees = daemon.getFeeEstimate(null);
          long perByte = amount(fees.getFee());
          List<Long> tiers =
              fees.getFees() == null ? List.of(perByte) : all(fees.getFees(), ControlPlane::amount);
          return new FeeEstimate(perByte, tiers, amount(fees.getQuantizationMask()));
        });
  }

  public HardForkFacts hardFork() {
    return shaped(
        "hard_fork_info",
        () -> {
          MoneroHardForkInfo fork = daemon.getHardForkInfo();
          return new HardForkFacts(
              fork.getVersion(),
              fork.isEnabled(),
              fork.getEarliestHeight(),
              fork.getThreshold(),
              fork.getNumVotes(),
              fork.getVoting(),
              fork.getWindow());
        });
  }

  public List<AlternativeChain> alternativeChains() {
    return shaped(
        "get_alternate_chains", () -> all(daemon.getAltChains(), ControlPlane::alternativeChain));
  }

  /** One status for each key image, in order. */
  public List<KeyImageStatus> keyImagesSpent(List<KeyImage> keyImages) {
    List<KeyImageStatus> statuses = new ArrayList<>(keyImages.size());
    for (int first = 0; first < keyImages.size(); first += KEY_IMAGES_AT_ONCE) {
      int end = Math.min(keyImages.size(), first + KEY_IMAGES_AT_ONCE);
      List<String> asked = keyImages.subList(first, end).stream().map(KeyImage::toString).toList();
      statuses.addAll(
          shaped(
              "is_key_image_spent",
              () -> all(daemon.getKeyImageSpentStatuses(asked), ControlPlane::status)));
      if (statuses.size() != end) {
        throw invalid("not one status for each key image", "is_key_image_spent", null);
      }
    }
    return List.copyOf(statuses);
  }

  private static HeaderFacts header(MoneroBlockHeader header) {
    return new HeaderFacts(
        header.getHeight(),
        BlockHash.parse(header.getHash()),
        BlockHash.parse(header.getPrevHash()),
        header.getTimestamp(),
        header.getMajorVersion(),
        header.getMinorVersion(),
        header.getNonce(),
        TxHash.parse(header.getMinerTxHash()),
        header.getNumTxs(),
        amount(header.getDifficulty()),
        header.getWeight() == null ? header.getSize() : header.getWeight(),
        header.getLongTermWeight() == null ? 0 : header.getLongTermWeight(),
        amount(header.getReward()),
        header.getOrphanStatus());
  }

  private static PoolTransaction poolTransaction(MoneroTx tx) {
    return new PoolTransaction(
        TxHash.parse(tx.getHash()),
        HexFormat.of().parseHex(tx.getFullHex()),
        amount(tx.getFee()),
        tx.getWeight(),
        tx.getReceivedTimestamp() == null ? 0 : tx.getReceivedTimestamp(),
        tx.isRelayed(),
        tx.isDoubleSpendSeen());
  }

  private static AlternativeChain alternativeChain(MoneroAltChain chain) {
    return new AlternativeChain(
        chain.getHeight(),
        all(chain.getBlockHashes(), BlockHash::parse),
        BlockHash.parse(chain.getMainChainParentBlockHash()),
        chain.getDifficulty());
  }

  private static KeyImageStatus status(MoneroKeyImageSpentStatus status) {
    return switch (status) {
      case NOT_SPENT -> KeyImageStatus.UNSPENT;
      case CONFIRMED -> KeyImageStatus.SPENT_IN_CHAIN;
      case TX_POOL -> KeyImageStatus.SPENT_IN_POOL;
    };
  }

  /** An integer of the node that must fit 63 bits, as amounts and difficulties do. */
  private static long amount(BigInteger value) {
    if (value.signum() < 0) {
      throw new ArithmeticException("negative: " + value);
    }
    return value.longValueExact();
  }

  private static <S, T> List<T> all(List<S> from, Function<? super S, ? extends T> each) {
    List<T> to = new ArrayList<>(from.size());
    from.forEach(one -> to.add(each.apply(one)));
    return to;
  }

  /**
   * Runs a call of monero-java, which unpacks answers with casts and without looking: whatever it
   * or the conversion stumbles over is an answer of the wrong shape.
   */
  private <T> T shaped(String subject, Supplier<T> call) {
    try {
      return call.get();
    } catch (Failure failure) {
      throw failure;
    } catch (RuntimeException e) {
      throw invalid("an answer of the wrong shape", subject, e);
    } catch (Error e) {
      if (e.getClass() != Error.class) { // monero-java throws plain ones for values it cannot parse
        throw e;
      }
      throw invalid("an answer of the wrong shape", subject, e);
    }
  }

  private DataInvalid invalid(String what, String subject, @Nullable Throwable cause) {
    return new DataInvalid(
        what, node + " " + subject, "check the node's version, or ask another node", cause);
  }
}
