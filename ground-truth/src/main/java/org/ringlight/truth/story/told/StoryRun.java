package org.ringlight.truth.story.told;

import java.nio.file.Path;
import org.ringlight.truth.Folders;
import org.ringlight.truth.regtest.Programs;
import org.ringlight.truth.story.StoryListener;
import org.ringlight.truth.story.Telling;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.World;
import org.ringlight.truth.story.plot.StoryFile;

/**
 * Tells a story on a real node with real wallets, and writes what is known of it into a folder. The
 * chain stays in the folder's {@code node}, the data directory of a monerod.
 */
public final class StoryRun implements AutoCloseable {

  private final StoryFile file;
  private final StoryFolder folder;
  private final Telling telling;
  private boolean told;

  private StoryRun(StoryFile file, Path out, StoryListener listener) {
    this.file = file.withSeed(file.story().seed());
    Programs.require();
    this.folder = StoryFolder.fresh(out);
    this.telling = new Telling(file.story(), folder.node(), folder.work(), listener);
  }

  /**
   * Starts the node.
   *
   * @param out a new or empty folder
   * @throws org.ringlight.failure.ConfigurationInvalid if monerod or monero-wallet-rpc is missing,
   *     or something is in {@code out}
   */
  public static StoryRun begin(StoryFile file, Path out, StoryListener listener) {
    return new StoryRun(file, out, listener);
  }

  /** Has the story end after the turn that is being taken; for use by another thread. */
  public void endEarly(String why) {
    telling.endEarly(why);
  }

  /** Where it happens. */
  World world() {
    return telling.world();
  }

  /**
   * Tells the story and writes its files; to be called once. If it throws, there is no truth file:
   * chain and logs are left as they are.
   */
  public Told tell() {
    Told result = telling.tell();
    folder.write(file, result);
    told = true;
    return result;
  }

  /** Ends every process. */
  @Override
  public void close() {
    telling.close();
    if (told) {
      Folders.remove(folder.work());
    }
  }
}
