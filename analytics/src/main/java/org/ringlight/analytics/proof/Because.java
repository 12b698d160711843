package org.ringlight.analytics.proof;

import java.util.List;

/**
 * An accepted finding with the sets that it rests on.
 *
 * @param grounds without the facts that it names
 */
record Because(Stated stated, List<KnownSet> grounds) {}
