package org.ringlight.indexer.pipeline;

/**
 * Where raw pages come from, in height order; asked by one thread.
 *
 * @param <R> a raw page
 */
@FunctionalInterface
public interface PageSource<R extends RawPage> {

  /** The page that starts at {@code height}, cut after {@code last}. */
  R page(long height, long last);
}
