package org.ringlight.analytics.bitcoin.entropy;

import org.ringlight.failure.ConfigurationInvalid;

/**
 * What is counted, and how far.
 *
 * @param maxInputs more inputs than these are not counted
 * @param maxOutputs more outputs than these are not counted
 * @param maxSteps work after which counting is given up; steps and not seconds, so that every
 *     machine says the same
 * @param intraFeesPpm what the taker of a CoinJoin may pay each maker, in millionths of the joined
 *     amount; 0 for none
 * @param sameAddress how inputs of one address are read
 */
public record EntropySettings(
    int maxInputs, int maxOutputs, long maxSteps, int intraFeesPpm, SameAddress sameAddress) {

  /** Beyond that the states of one side no longer fit. */
  public static final int MOST = 20;

  private static final int MILLION = 1_000_000;

  /** Boltzmann's: 12 inputs, 12 outputs, no intrafees; about half a minute at most. */
  public static final EntropySettings USUAL =
      new EntropySettings(12, 12, 2_000_000_000L, 0, SameAddress.APART);

  /** What Boltzmann takes for CoinJoins with makers and a taker: half a per cent. */
  public static final int USUAL_INTRA_FEES_PPM = 5_000;

  /**
   * Settings.
   *
   * @throws ConfigurationInvalid where one cannot work
   */
  public EntropySettings {
    if (maxInputs < 1 || maxInputs > MOST || maxOutputs < 1 || maxOutputs > MOST || maxSteps < 1) {
      throw new ConfigurationInvalid(
          maxInputs + " inputs, " + maxOutputs + " outputs, " + maxSteps + " steps",
          "limits of entropy",
          "give 1 to " + MOST + " inputs and outputs and at least one step");
    }
    if (intraFeesPpm < 0 || intraFeesPpm > MILLION) {
      throw new ConfigurationInvalid(
          intraFeesPpm + " millionths of intrafees", "limits of entropy", "give 0 to " + MILLION);
    }
  }

  /** The same with other intrafees. */
  public EntropySettings withIntraFees(int ppm) {
    return new EntropySettings(maxInputs, maxOutputs, maxSteps, ppm, sameAddress);
  }

  /** The same with another reading of inputs of one address. */
  public EntropySettings with(SameAddress other) {
    return new EntropySettings(maxInputs, maxOutputs, maxSteps, intraFeesPpm, other);
  }

  /** The same with another bound of work. */
  public EntropySettings withSteps(long steps) {
    return new EntropySettings(maxInputs, maxOutputs, steps, intraFeesPpm, sameAddress);
  }
}
