package org.ringlight.truth.story;

/** Hears how a story goes on; called by the thread that tells it. */
public interface StoryListener {

  /** Something new begins, in a few words. */
  void chapter(String what);

  /**
   * A turn is over.
   *
   * @param turn counted from 1
   * @param of how many there are
   * @param transactions sent so far
   */
  void turn(int turn, int of, long transactions);
}
