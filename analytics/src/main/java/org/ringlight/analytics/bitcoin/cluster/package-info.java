/**
 * Addresses of one owner: {@link org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership}
 * decides what joins, {@link org.ringlight.analytics.bitcoin.cluster.Clusters} holds what was
 * joined.
 */
@NullMarked
package org.ringlight.analytics.bitcoin.cluster;

import org.jspecify.annotations.NullMarked;
