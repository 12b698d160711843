package org.ringlight.analytics.ring;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/** The row of a scan as a ring: one object for the whole scan. */
final class TableRing implements Ring {

  private final BlockIndex blocks;
  private final OlderHeights older;
  private final TxHashes hashes;
  private @Nullable RingRow row;

  TableRing(BlockIndex blocks, OlderHeights older, TxHashes hashes) {
    this.blocks = blocks;
    this.older = older;
    this.hashes = hashes;
  }

  void moveTo(RingRow next) {
    row = next;
  }

  private RingRow row() {
    return Objects.requireNonNull(row);
  }

  @Override
  public long ringId() {
    return row().ringId();
  }

  @Override
  public KeyImage keyImage() {
    return row().keyImage();
  }

  @Override
  public TxHash txHash() {
    return hashes.of(row().txId());
  }

  @Override
  public long txId() {
    return row().txId();
  }

  @Override
  public int inputIndex() {
    return row().inputIndex();
  }

  @Override
  public long height() {
    return row().height();
  }

  @Override
  public long timestamp() {
    return blocks.timestamp(row().height());
  }

  @Override
  public int era() {
    return blocks.major(row().height());
  }

  @Override
  public long indexSpace() {
    return row().indexSpace();
  }

  @Override
  public int size() {
    return row().members().length;
  }

  @Override
  public long amountIndex(int position) {
    return row().members()[position];
  }

  @Override
  public long outputId(int position) {
    long[] ids = row().memberIds();
    return ids == null || ids[position] == RingRow.NO_ID ? UNKNOWN : ids[position];
  }

  @Override
  public long memberHeight(int position) {
    long id = outputId(position);
    if (id != UNKNOWN) {
      return blocks.heightOf(id);
    }
    // a node's word, which is not taken where it cannot be
    long height = older.of(indexSpace(), amountIndex(position));
    return blocks.isBefore(height) ? height : UNKNOWN;
  }

  @Override
  public long memberTimestamp(int position) {
    long id = outputId(position);
    return id == UNKNOWN ? UNKNOWN : blocks.timestamp(blocks.heightOf(id));
  }

  @Override
  public boolean isCoinbase(int position) {
    long id = outputId(position);
    return id != UNKNOWN && blocks.isCoinbase(id);
  }
}
