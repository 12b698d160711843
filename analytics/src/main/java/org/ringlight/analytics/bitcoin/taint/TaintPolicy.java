package org.ringlight.analytics.bitcoin.taint;

/**
 * Everything that taint depends on beside the chain and its sources.
 *
 * @param method how inputs go to outputs
 * @param fees which satoshi the fee takes
 * @param coinbase whether taint goes on through fees
 * @param unresolved what an input without a value is
 */
public record TaintPolicy(
    TaintMethod method, FeePolicy fees, CoinbaseFees coinbase, UnresolvedInputs unresolved) {

  /**
   * What is usual for a method: haircut and poison with fees pro rata, the others with fees last;
   * fees end; unresolved inputs are clean.
   */
  public static TaintPolicy of(TaintMethod method) {
    boolean shares = method == TaintMethod.HAIRCUT || method == TaintMethod.POISON;
    return new TaintPolicy(
        method,
        shares ? FeePolicy.PRO_RATA : FeePolicy.LAST,
        CoinbaseFees.END,
        UnresolvedInputs.CLEAN);
  }

  /** The same with another fee policy. */
  public TaintPolicy with(FeePolicy other) {
    return new TaintPolicy(method, other, coinbase, unresolved);
  }

  /** The same with another end of fees. */
  public TaintPolicy with(CoinbaseFees other) {
    return new TaintPolicy(method, fees, other, unresolved);
  }

  /** The same with another rule for unresolved inputs. */
  public TaintPolicy with(UnresolvedInputs other) {
    return new TaintPolicy(method, fees, coinbase, other);
  }
}
