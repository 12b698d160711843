package org.ringlight.truth.era;

/** A payment with amounts in clear: what goes in comes out, digit by digit, less the fee. */
final class ClearPayment {

  private static final long USUAL_FEE = Money.XMR / 100;

  private ClearPayment() {}

  /** Plans outputs and fee of {@code draft}, whose rings are known. */
  static void plan(Draft draft, Site site) {
    long total = 0;
    for (Draft.Ring ring : draft.rings) {
      total += ring.amount();
    }
    long fee = Math.min(USUAL_FEE, total / 10);
    long kept = total - fee >= Money.DUST ? Money.withoutDust(total - fee) : total - fee;
    long paid =
        kept < 10 * Money.DUST
            ? kept
            : Math.max(
                Money.DUST, Money.withoutDust(Money.rounded(kept / 100 * site.between(5, 95))));
    draft.fee = total - kept;
    int payee = Ordinary.payee(site);
    Money.digits(paid, part -> draft.pays.add(Draft.Pay.clear(part, payee)));
    Money.digits(kept - paid, part -> draft.pays.add(Draft.Pay.clear(part, draft.spender)));
  }
}
