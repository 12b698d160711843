package org.ringlight.cli.truth;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.truth.era.ServedChain;

/** Starts the node of a made chain, and shows the import that may come before. */
final class Serving {

  private Serving() {}

  static ServedChain serve(Ringlight ringlight, Path folder, OptionalInt port) {
    AtomicLong imported = new AtomicLong();
    return Ticker.during(
        ringlight.progress(),
        ringlight.talk(),
        () -> new Stand("import", "blocks", imported.get(), 0, List.of()),
        () -> ServedChain.of(folder, port, imported::set));
  }
}
