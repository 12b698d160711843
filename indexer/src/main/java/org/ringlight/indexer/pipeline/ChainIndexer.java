package org.ringlight.indexer.pipeline;

/**
 * Brings the tables of one chain up to its source. {@link #run} and {@link #follow} are for one
 * thread; {@link #stop} and {@link #progress} for any.
 */
public interface ChainIndexer extends AutoCloseable {

  IndexProgress progress();

  /**
   * Has the run end soon, without waiting for its node: what was verified is committed, and {@link
   * #run} or {@link #follow} returns.
   */
  void stop();

  /**
   * Indexes what is wanted and is not yet there, up to the tip the source has in the end. Whatever
   * ends it, what came before is committed.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid where the source follows another network
   *     than the tables
   * @throws org.ringlight.failure.DataInvalid where the source's bytes do not verify
   * @throws org.ringlight.failure.NodeUnreachable where the source stays away
   * @throws org.ringlight.failure.Interrupted where it is stopped before it has anything to report
   */
  IndexReport run(Indexing wanted);

  /**
   * Indexes what is not yet there and then stays with the source's tip, a commit for each block,
   * until it is stopped. A source that is away is awaited, for days if need be; what makes {@link
   * #run} fail otherwise ends this too.
   *
   * @param wanted everything: following has no last height
   */
  IndexReport follow(Indexing wanted, Following following, FollowListener listener);

  @Override
  void close();
}
