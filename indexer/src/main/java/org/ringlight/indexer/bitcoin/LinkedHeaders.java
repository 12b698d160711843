package org.ringlight.indexer.bitcoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinHeader;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.HeaderChain;
import org.ringlight.protocol.bitcoin.Target;

/**
 * Checks headers as {@link HeaderChain} does. In a slice of the chain the first {@link
 * HeaderChain#REMEMBERED} lack what they would be checked against: of them only the link to the one
 * before and the work that they claim themselves are checked.
 */
public final class LinkedHeaders {

  private final BitcoinNetwork network;
  private final List<BitcoinHeader> gathered;
  private @Nullable HeaderChain whole;
  private long height;
  private Optional<BlockHash> tip;

  /**
   * Goes on after known headers.
   *
   * @param start the height at which the tables begin
   * @param height of the last known header; {@code start - 1} where there is none
   * @param headers the last that are known, at most {@link HeaderChain#REMEMBERED}
   */
  public LinkedHeaders(
      BitcoinNetwork network,
      long start,
      long height,
      List<BitcoinHeader> headers,
      Optional<BlockHash> tip) {
    this.network = network;
    this.height = height;
    this.tip = tip;
    this.gathered = new ArrayList<>(headers);
    if (start == 0 && height < 0) {
      whole = HeaderChain.empty(network);
    } else if (start == 0) {
      whole = HeaderChain.after(network, height, headers, tip.orElseThrow());
    } else {
      completeIfEnough();
    }
  }

  private void completeIfEnough() {
    if (gathered.size() == HeaderChain.REMEMBERED) {
      whole = HeaderChain.after(network, height, gathered, tip.orElseThrow());
      gathered.clear();
    }
  }

  /**
   * Adds the next header.
   *
   * @throws BranchChanged where it does not follow the last one
   * @throws DataInvalid where it breaks a rule
   */
  public void add(BitcoinHeader header, BlockHash hash) {
    if (tip.isPresent() && !header.previous().equals(tip.get())) {
      throw new BranchChanged(
          "block " + (height + 1) + " follows " + header.previous() + ", not " + tip.get());
    }
    HeaderChain chain = whole;
    if (chain != null) {
      chain.add(header, hash);
    } else {
      requireWork(header, hash);
      gathered.add(header);
    }
    height++;
    tip = Optional.of(hash);
    if (chain == null) {
      completeIfEnough();
    }
  }

  private void requireWork(BitcoinHeader header, BlockHash hash) {
    boolean met;
    try {
      Target target = Target.ofBits(header.bits());
      met =
          target.value().compareTo(Target.ofBits(network.easiestBits()).value()) <= 0
              && target.isMetBy(hash);
    } catch (IllegalArgumentException e) {
      met = false;
    }
    if (!met) {
      throw new DataInvalid(
          "not the work that its bits claim",
          "height " + (height + 1) + ", block " + hash,
          DecodeBlocks.ASK_ANOTHER);
    }
  }
}
