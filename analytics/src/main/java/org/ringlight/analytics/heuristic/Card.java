package org.ringlight.analytics.heuristic;

import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.finding.HeuristicId;

/**
 * What a heuristic is: all that a reader of its findings should know. Made step by step: {@code
 * Card.of("name", "1", Guarantee.STATISTICAL).definition("…").citation("…")}.
 *
 * @param guarantee what its findings rest on, unless one says otherwise
 * @param definition the rule, in a sentence or two
 * @param citation where it was published, or that it is new
 * @param applies on which chains and eras it makes sense
 * @param knownFailures where it is known to be wrong
 * @param cost time and memory, in the number of rings, members, outputs
 */
public record Card(
    HeuristicId id,
    Guarantee guarantee,
    String definition,
    String citation,
    String applies,
    String knownFailures,
    String cost) {

  /** A card with nothing on it but the name. */
  public static Card of(String name, String version, Guarantee guarantee) {
    return new Card(new HeuristicId(name, version, ""), guarantee, "", "", "", "", "");
  }

  /** The same for one whose findings a rule of the deductions makes. */
  static Card of(Rule rule, Guarantee guarantee) {
    return new Card(rule.heuristic(), guarantee, "", "", "", "", "");
  }

  /** What it was set to, as {@code key=value} pairs. */
  public Card parameters(String values) {
    return new Card(
        new HeuristicId(id.name(), id.version(), values),
        guarantee,
        definition,
        citation,
        applies,
        knownFailures,
        cost);
  }

  public Card definition(String text) {
    return new Card(id, guarantee, text, citation, applies, knownFailures, cost);
  }

  public Card citation(String text) {
    return new Card(id, guarantee, definition, text, applies, knownFailures, cost);
  }

  public Card applies(String text) {
    return new Card(id, guarantee, definition, citation, text, knownFailures, cost);
  }

  public Card knownFailures(String text) {
    return new Card(id, guarantee, definition, citation, applies, text, cost);
  }

  public Card cost(String text) {
    return new Card(id, guarantee, definition, citation, applies, knownFailures, text);
  }

  /** A finding of this heuristic, with its usual guarantee. */
  public Finding finding(Claim claim) {
    return new Finding(id, guarantee, claim);
  }
}
