package org.ringlight.analytics.proof;

import java.util.List;

/**
 * What a check came to.
 *
 * @param accepted findings that follow
 * @param conditional those among them that hold only under an assumption they name
 * @param statistical findings that claim no proof; of these only names and ids were checked
 * @param rejected findings that do not follow
 * @param first rejections, some of them where there are very many
 */
public record Verdict(
    long accepted, long conditional, long statistical, long rejected, List<Rejection> first) {

  public Verdict {
    first = List.copyOf(first);
  }
}
