package org.ringlight.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.lake.iceberg.ForgetfulDisk;

/**
 * A lake on a disk that forgets what was not synchronised, for the tests of other modules: {@link
 * #keep} what is there, {@link #open} it in a process, kill that, {@link #cut} the power from
 * another, and go on.
 */
public final class PowerCuts {

  private PowerCuts() {}

  /**
   * Opens the tables in {@code data}.
   *
   * @param kept a folder outside of it, where the disk keeps what is durable
   */
  public static Lake open(Path data, Path kept) throws IOException {
    Path real = Files.createDirectories(data).toRealPath();
    return Lake.open(real, ForgetfulDisk.files(real, kept), CommitSteps.UNWATCHED);
  }

  /** Makes durable what is in {@code data}, whoever wrote it. Nobody may have it open. */
  public static void keep(Path data, Path kept) throws IOException {
    ForgetfulDisk.keepAll(data.toRealPath(), kept);
  }

  /** Takes from {@code data} what {@code kept} does not have. Nobody may have it open. */
  public static void cut(Path data, Path kept) throws IOException {
    ForgetfulDisk.cutPower(data.toRealPath(), kept.toRealPath());
  }
}
