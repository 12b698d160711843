package org.ringlight.analytics.ring;

import java.util.List;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/**
 * A ring given part by part: for tests of heuristics, and for what comes from elsewhere than the
 * tables.
 *
 * @param members in wire order, duplicates kept
 */
public record ListedRing(
    long ringId,
    KeyImage keyImage,
    TxHash txHash,
    long txId,
    int inputIndex,
    long height,
    long timestamp,
    int era,
    long indexSpace,
    List<Member> members)
    implements Ring {

  /**
   * A member.
   *
   * @param outputId or {@link Ring#UNKNOWN}
   * @param height of the block that creates it, or {@link Ring#UNKNOWN}
   * @param timestamp of that block, or {@link Ring#UNKNOWN}
   */
  public record Member(
      long amountIndex, long outputId, long height, long timestamp, boolean coinbase) {}

  public ListedRing {
    members = List.copyOf(members);
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public long amountIndex(int position) {
    return members.get(position).amountIndex();
  }

  @Override
  public long outputId(int position) {
    return members.get(position).outputId();
  }

  @Override
  public long memberHeight(int position) {
    return members.get(position).height();
  }

  @Override
  public long memberTimestamp(int position) {
    return members.get(position).timestamp();
  }

  @Override
  public boolean isCoinbase(int position) {
    return members.get(position).coinbase();
  }
}
