package org.ringlight.indexer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.NodeClient;

/** A node on one chain that knows another one beside it, and may tell it wrong. */
final class KnownBranch {

  private final NodeClient main;
  private final OldChain branch;
  private final int shared;
  private UnaryOperator<byte[]> told = UnaryOperator.identity();
  private UnaryOperator<List<FetchedTransaction>> given = UnaryOperator.identity();
  private Supplier<List<AlternativeChain>> listed;
  private int questions;

  /**
   * @param shared the last height that {@code branch} shares with the chain of {@code main}
   */
  KnownBranch(NodeClient main, OldChain branch, int shared) {
    this.main = main;
    this.branch = branch;
    this.shared = shared;
    this.listed = () -> List.of(chain());
  }

  private AlternativeChain chain() {
    return new AlternativeChain(
        branch.tip(),
        IntStream.iterate(branch.tip(), height -> height > shared, height -> height - 1)
            .mapToObj(branch::hash)
            .toList(),
        branch.hash(shared),
        BigInteger.ONE);
  }

  /** Changes the bytes of its blocks. */
  void tell(UnaryOperator<byte[]> change) {
    told = change;
  }

  /** Changes the transactions that it has. */
  void give(UnaryOperator<List<FetchedTransaction>> change) {
    given = change;
  }

  /** Answers in place of the list of branches. */
  void list(Supplier<List<AlternativeChain>> answer) {
    listed = answer;
  }

  /** How often the bytes of a block were asked for. */
  int questions() {
    return questions;
  }

  private Optional<byte[]> blob(BlockHash hash) {
    questions++;
    return IntStream.rangeClosed(shared + 1, branch.tip())
        .filter(height -> branch.hash(height).equals(hash))
        .mapToObj(height -> told.apply(branch.blob(height)))
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  NodeClient node() {
    NodeClient aside = branch.node();
    return (NodeClient)
        Proxy.newProxyInstance(
            NodeClient.class.getClassLoader(),
            new Class<?>[] {NodeClient.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "alternativeChains" -> listed.get();
                  case "blockBlob" -> blob((BlockHash) arguments[0]);
                  case "transactions" ->
                      given.apply(aside.transactions((List<TxHash>) arguments[0]));
                  default -> {
                    try {
                      yield method.invoke(main, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  }
                });
  }
}
