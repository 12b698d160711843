package org.ringlight.truth.story;

import java.time.Instant;
import java.util.List;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.story.plot.Span;

/** Once, from a given time on, most of what a victim can spend goes to a thief. */
final class Heist implements Behaviour {

  private final Actor victim;
  private final Actor thief;
  private final Instant from;
  private final Span percent;
  private boolean done;

  Heist(Actor victim, Actor thief, Instant from, Span percent) {
    this.victim = victim;
    this.thief = thief;
    this.from = from;
    this.percent = percent;
  }

  @Override
  public void act(Moment now) {
    if (done || now.time().isBefore(from)) {
      return;
    }
    long loot = victim.dice().share(victim.unlocked(), percent);
    Payee payee = new Payee(thief.name(), thief.address(), loot);
    done =
        loot > 0
            && !victim.pay(Event.Kind.THEFT, List.of(payee), WalletPriority.ELEVATED).isEmpty();
  }
}
