package org.ringlight.truth;

import org.ringlight.protocol.KeyImage;

/**
 * Which member of a ring is the true spend.
 *
 * @param indexSpace index space of the ring: 0 for RingCT and version 2 coinbases, else the
 *     cleartext amount
 * @param amountIndex the true output's index there
 * @param position of the true output in the ring as it stands on the chain, from 0
 * @param owner who spent it, a name of the story
 */
public record TrueSpend(
    KeyImage keyImage, long indexSpace, long amountIndex, int position, String owner) {}
