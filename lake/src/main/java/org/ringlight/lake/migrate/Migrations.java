package org.ringlight.lake.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All migrations there are, in the order in which they are done. */
public final class Migrations {

  /** Each looks at a data directory and says what it would do there, if anything. */
  private static final List<Function<Path, Optional<Migration>>> ALL =
      List.of(MovedFolder::find, LostMark::find, EarlierVersion::find);

  private Migrations() {}

  /**
   * What {@code folder} needs first; changes nothing. When that is done, another may be needed.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid where there are no tables
   */
  public static Optional<Migration> next(Path folder) {
    return ALL.stream().flatMap(find -> find.apply(folder).stream()).findFirst();
  }
}
