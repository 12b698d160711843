package org.ringlight.analytics.proof;

/** Hears how far a check is. Called by the thread that checks. */
public interface ProofListener {

  /** Nobody listens. */
  ProofListener SILENT =
      new ProofListener() {
        @Override
        public void stage(String name) {}

        @Override
        public void done(long findings) {}
      };

  /** What is being done now. */
  void stage(String name);

  /** How many findings are read, or checked, in this stage. */
  void done(long findings);
}
