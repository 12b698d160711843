package org.ringlight.lake.parquet;

import java.util.Optional;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pages that readers take out of files and decompress: what a look-up costs, whatever
 * machine it runs on. For one thread.
 */
public final class PageCount {

  private long pages;

  /** Pages read so far, of all columns together. */
  public long pages() {
    return pages;
  }

  PageReadStore counting(PageReadStore group) {
    return new PageReadStore() {
      @Override
      public PageReader getPageReader(ColumnDescriptor column) {
        return PageCount.this.counting(group.getPageReader(column));
      }

      @Override
      public long getRowCount() {
        return group.getRowCount();
      }

      @Override
      public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
        return group.getRowIndexes();
      }

      @Override
      public void close() {
        group.close();
      }
    };
  }

  private PageReader counting(PageReader column) {
    return new PageReader() {
      @Override
      public @Nullable DictionaryPage readDictionaryPage() {
        return column.readDictionaryPage();
      }

      @Override
      public long getTotalValueCount() {
        return column.getTotalValueCount();
      }

      @Override
      public @Nullable DataPage readPage() {
        DataPage page = column.readPage();
        pages += page == null ? 0 : 1;
        return page;
      }
    };
  }
}
