package org.ringlight.analytics.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.protocol.OutputName;

/** A derivation as JSON: the same steps, by their numbers. */
public final class DerivationJson {

  private DerivationJson() {}

  /** One object. */
  public static ObjectNode of(Derivation derivation) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("state", derivation.state().name().toLowerCase(Locale.ROOT));
    guarantee(document, derivation.guarantee());
    document.put("possible", derivation.ring().possible());
    document.set("ring", ring(derivation.ring()));
    ArrayNode steps = document.putArray("steps");
    for (Step step : derivation.steps()) {
      ObjectNode node = steps.addObject();
      node.put("step", step.number())
          .put("finding_id", step.finding().toString())
          .put("heuristic", step.heuristic())
          .put("claim", step.kind().word())
          .put("height", step.height());
      guarantee(node, step.guarantee());
      ArrayNode rings = node.putArray("rings");
      step.rings().forEach(ring -> rings.add(ring(ring)));
    }
    document.put("findings_checked", derivation.checked());
    ArrayNode rejections = document.putArray("rejected");
    for (Rejection rejection : derivation.rejections()) {
      rejections
          .addObject()
          .put("finding_id", rejection.finding().toString())
          .put("where", rejection.where())
          .put("problem", rejection.problem());
    }
    return document;
  }

  private static void guarantee(ObjectNode node, Guarantee guarantee) {
    node.put("guarantee", guarantee.level().word()).put("assumption", guarantee.assumption());
  }

  private static ObjectNode ring(DerivedRing ring) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("key_image", ring.image().toString())
        .put("on_chain", ring.onChain())
        .put("height", ring.height());
    ArrayNode members = node.putArray("members");
    for (Place member : ring.members()) {
      OutputName output = member.output();
      ObjectNode one = members.addObject();
      one.put("output", output == null ? null : output.toString())
          .put("height", output == null ? null : Long.valueOf(member.height()))
          .put("public_key", member.key().toString())
          .put("times", member.times());
      if (member.reason() instanceof Place.Reason.TakenBy taken) {
        one.put("verdict", "out").put("step", taken.step());
        one.put("taken_by", taken.ring().toString());
      } else if (member.reason() instanceof Place.Reason.StruckBy struck) {
        one.put("verdict", "out").put("evidence", struck.words());
      } else if (member.reason() instanceof Place.Reason.Spent) {
        one.put("verdict", "spent");
      } else {
        one.put(
            "verdict", member.reason() instanceof Place.Reason.OfSet ? "left_for_set" : "possible");
      }
    }
    return node;
  }
}
