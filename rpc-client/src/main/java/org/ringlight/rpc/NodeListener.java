package org.ringlight.rpc;

import java.net.URI;
import java.time.Duration;
import org.ringlight.failure.Failure;

/** Hears what a client does about a node in trouble. Called on the thread that asked. */
public interface NodeListener {

  /** Hears nothing. */
  NodeListener SILENT =
      new NodeListener() {
        @Override
        public void retrying(URI node, String why, int attempt, Duration pause) {}

        @Override
        public void leaving(URI node, Failure why, Duration pause) {}
      };

  /** Attempt number {@code attempt} at a call failed; the next follows after {@code pause}. */
  void retrying(URI node, String why, int attempt, Duration pause);

  /** The node failed and is not asked again for {@code pause}; another takes its place if any. */
  void leaving(URI node, Failure why, Duration pause);
}
