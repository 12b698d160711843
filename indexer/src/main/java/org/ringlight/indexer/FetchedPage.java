package org.ringlight.indexer;

import java.util.List;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.HeaderFacts;

/**
 * A page as a node sent it, with what the node says of each of its blocks; nothing of it is
 * verified.
 */
record FetchedPage(ChainPage page, List<HeaderFacts> facts) {}
