package org.ringlight.indexer;

import java.util.List;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.PageSource;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.PageForm;

/**
 * Stage one: pages of blocks in height order, each with the node's headers for difficulty and
 * weight.
 *
 * <p>Pages are asked whole: monerod leaves the prunable hashes out of pruned pages, so that nothing
 * in them could be verified. Only a node that has pruned those blocks is asked for pruned pages,
 * and for the hashes beside them.
 */
final class Fetch implements PageSource<FetchedPage> {

  private final NodeClient node;
  private final PrunedPages prunedPages;
  private PageForm form = PageForm.FULL;

  Fetch(NodeClient node) {
    this.node = node;
    this.prunedPages = new PrunedPages(node);
  }

  @Override
  public FetchedPage page(long height, long last) {
    ChainPage page = cut(form == PageForm.FULL ? whole(height) : prunedPages.page(height), last);
    if (page.blocks().isEmpty()) {
      throw new DataInvalid(
          "the node sent no block where its chain should have one",
          node.describe() + ", height " + height,
          "run the same command again; if it stays, try another node");
    }
    List<HeaderFacts> facts = node.headers(height, height + page.blocks().size() - 1);
    return new FetchedPage(page, facts);
  }

  private ChainPage whole(long height) {
    try {
      return node.page(height, PageForm.FULL);
    } catch (ConfigurationInvalid pruned) {
      form = PageForm.PRUNED;
      return prunedPages.page(height);
    }
  }

  private static ChainPage cut(ChainPage page, long last) {
    long wanted = last - page.startHeight() + 1;
    return page.blocks().size() <= wanted
        ? page
        : new ChainPage(
            page.startHeight(),
            page.chainHeight(),
            page.blocks().subList(0, Math.toIntExact(wanted)));
  }
}
