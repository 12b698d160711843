package org.ringlight.analytics.deduce;

import java.util.List;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.protocol.KeyImage;

/**
 * A finding with what it rests on.
 *
 * @param restsOn key images of rings: the findings that resolve these, or the closed sets these are
 *     in, are cited; in chain order, each once
 * @param evidence what it rests on beside rings of the main chain, in words
 * @param depth more than that of any finding it cites; 0 where it cites none
 * @param height the highest block it rests on
 */
public record Conclusion(
    Finding finding, List<KeyImage> restsOn, List<String> evidence, int depth, int height) {

  public Conclusion {
    restsOn = List.copyOf(restsOn);
    evidence = List.copyOf(evidence);
  }
}
