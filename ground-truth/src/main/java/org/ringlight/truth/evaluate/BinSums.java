package org.ringlight.truth.evaluate;

/** What the rings of each bin sum to, and the figures that follow. */
final class BinSums {

  private final long[] rings = new long[Bins.BINS];
  private final double[] confidence = new double[Bins.BINS];
  private final double[] right = new double[Bins.BINS];

  void add(int bin, double confidence, double right) {
    this.rings[bin]++;
    this.confidence[bin] += confidence;
    this.right[bin] += right;
  }

  long rings(int bin) {
    return rings[bin];
  }

  double confidence(int bin) {
    return confidence[bin] / rings[bin];
  }

  /** Share of the bin's rings whose top member is the true one; NaN where it has none. */
  double right(int bin) {
    return right[bin] / rings[bin];
  }

  /** Share of all rings whose top member is the true one. */
  double top1() {
    double sum = 0;
    for (double of : right) {
      sum += of;
    }
    return sum / all();
  }

  /**
   * Expected calibration error: the mean over rings of |share right - mean confidence| of their
   * bin. Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
   * binning", AAAI 2015.
   */
  double calibrationError() {
    double sum = 0;
    for (int bin = 0; bin < Bins.BINS; bin++) {
      sum += Math.abs(right[bin] - confidence[bin]);
    }
    return sum / all();
  }

  private long all() {
    long sum = 0;
    for (long of : rings) {
      sum += of;
    }
    return sum;
  }
}
