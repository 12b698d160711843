package org.ringlight.truth.story;

import java.util.List;
import org.ringlight.rpc.WalletPriority;

/** Once, from a given height on, most of what a victim can spend goes to a thief. */
final class Heist implements Behaviour {

  private final Actor victim;
  private final Actor thief;
  private final long from;
  private boolean done;

  Heist(Actor victim, Actor thief, long from) {
    this.victim = victim;
    this.thief = thief;
    this.from = from;
  }

  @Override
  public void act(long height) {
    if (done || height < from) {
      return;
    }
    long loot = victim.dice().share(victim.unlocked(), 70, 90);
    done =
        loot > 0
            && victim.pay(
                "theft",
                List.of(new Actor.Payee(thief.name(), thief.address(), loot)),
                WalletPriority.ELEVATED);
  }
}
