package org.ringlight.graph.finding;

import java.util.List;
import org.ringlight.lake.table.BitcoinChangeRow;
import org.ringlight.protocol.TxHash;

/**
 * The output of a transaction of Bitcoin that is taken to go back to its payer.
 *
 * @param index its place among the transaction's outputs
 * @param confidence the highest of its sources, 0 to 100: a rank, not a probability
 * @param sources the heuristics that say so
 * @param dissent those that name another output
 * @param vetoes what speaks against an output, as REASON:INDEX
 */
public record GraphChange(
    TxHash transaction,
    long index,
    int confidence,
    List<String> sources,
    List<String> dissent,
    List<String> vetoes,
    String guarantee) {

  public GraphChange {
    sources = List.copyOf(sources);
    dissent = List.copyOf(dissent);
    vetoes = List.copyOf(vetoes);
  }

  static GraphChange of(BitcoinChangeRow row) {
    return new GraphChange(
        row.txHash(),
        row.outputIndex(),
        row.confidence(),
        row.sources(),
        row.dissent(),
        row.vetoes(),
        row.guarantee());
  }

  Row row() {
    return new Row()
        .name("hash", transaction.toString())
        .name("index", index)
        .property("confidence", (long) confidence)
        .property("sources", sources)
        .property("dissent", dissent)
        .property("vetoes", vetoes)
        .property("guarantee", guarantee);
  }
}
