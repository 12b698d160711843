package org.ringlight.lake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.iceberg.io.FileIO;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.iceberg.LiveFile;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.parquet.PageCount;
import org.ringlight.lake.parquet.RowFileReader;
import org.ringlight.lake.table.Selection;
import org.ringlight.lake.table.Table;

/** Rows being read, one after the other. Close it; not thread-safe. */
public final class Rows<R> implements Iterator<R>, AutoCloseable {

  private final Table<R> table;
  private final Iterator<LiveFile> files;
  private final FileIO io;
  private final List<Selection<R>> selections;
  private final PageCount pages = new PageCount();
  private Object place;
  private @Nullable RowFileReader<R> reader;
  private @Nullable R next;

  Rows(Table<R> table, List<LiveFile> files, FileIO io, List<Selection<R>> selections) {
    this.table = table;
    this.place = table;
    this.files = files.iterator();
    this.io = io;
    this.selections = selections;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      RowFileReader<R> current = reader;
      if (current != null) {
        StoreErrors.run(place, () -> next = current.next());
        if (next == null) {
          close();
        }
      } else if (files.hasNext()) {
        String location = files.next().location();
        place = location;
        reader =
            StoreErrors.at(
                location,
                () -> new RowFileReader<>(table, io.newInputFile(location), selections, pages));
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public R next() {
    R row = hasNext() ? next : null;
    if (row == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return row;
  }

  Table<R> table() {
    return table;
  }

  /** How many pages of columns were read so far: what finding the rows has cost. */
  public long pagesRead() {
    return pages.pages();
  }

  /** The same rows as a stream; closing it closes this. */
  public Stream<R> stream() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                this, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
            false)
        .onClose(this::close);
  }

  @Override
  public void close() {
    RowFileReader<R> current = reader;
    reader = null;
    if (current != null) {
      StoreErrors.run(place, current::close);
    }
  }
}
