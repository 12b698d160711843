package org.ringlight.cli.truth;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.truth.era.ServedChain;

/** Starts the node of a made chain, and shows the import that may come before. */
final class Serving {

  private Serving() {}

  static ServedChain serve(Ringlight ringlight, Path folder, OptionalInt port) {
    AtomicReference<Stand> stand = new AtomicReference<>(stand("start", 0, 0));
    return Ticker.during(
        ringlight.progress(),
        ringlight.talk(),
        stand::get,
        () ->
            ServedChain.of(
                folder,
                port,
                (blocks, of) ->
                    stand.set(
                        stand(blocks == 0 ? "import begins after 90 s;" : "import", blocks, of))));
  }

  private static Stand stand(String stage, long blocks, long of) {
    return new Stand(stage, "blocks", blocks, of, List.of());
  }
}
