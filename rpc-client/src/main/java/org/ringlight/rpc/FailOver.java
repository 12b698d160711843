package org.ringlight.rpc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;

/**
 * Several nodes as one: each call goes to the first node that is not resting, and on to the next
 * where that fails. A node that is unreachable or answers nonsense rests for a while; one that
 * merely refuses the call (restricted, login) does not. When all rest, all are tried. Where none
 * answers, the first one's failure is what the caller sees.
 */
final class FailOver implements NodeClient {

  private final List<Member> members;
  private final NodeListener listener;
  private final Duration rest;
  private @Nullable Network network;

  /** What all nodes must agree on. */
  private record Network(String nettype, BlockHash genesis, URI saidBy) {}

  private static final class Member {
    final NodeClient client;
    private volatile boolean checked;
    private volatile long restsUntil = System.nanoTime();

    Member(NodeClient client) {
      this.client = client;
    }

    boolean resting() {
      return System.nanoTime() - restsUntil < 0;
    }

    void rest(Duration pause) {
      restsUntil = System.nanoTime() + pause.toNanos();
    }
  }

  FailOver(List<NodeClient> clients, NodeListener listener, Duration rest) {
    this.members = clients.stream().map(Member::new).toList();
    this.listener = listener;
    this.rest = rest;
  }

  /** Asks every node for its network; those that do not answer are asked before their first use. */
  void checkNetworks() {
    Failure first = null;
    for (Member member : members) {
      try {
        check(member);
      } catch (Failure failure) {
        if (isMisconfiguration(failure)) {
          throw failure;
        }
        setAside(member, failure);
        first = first == null ? failure : first;
      }
    }
    if (first != null && members.stream().noneMatch(member -> member.checked)) {
      throw first;
    }
  }

  private void check(Member member) {
    if (member.checked) {
      return;
    }
    String nettype = member.client.info().nettype();
    URI node = member.client.endpoint();
    BlockHash genesis =
        member
            .client
            .hashAt(0)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "the node has no genesis block", node.toString(), "check what runs there"));
    synchronized (this) {
      if (network == null) {
        network = new Network(nettype, genesis, node);
      }
      if (!network.nettype.equals(nettype) || !network.genesis.equals(genesis)) {
        throw new ConfigurationInvalid(
            "nodes of different networks: "
                + node
                + " is on "
                + nettype
                + " with genesis "
                + genesis
                + ", "
                + network.saidBy
                + " on "
                + network.nettype
                + " with "
                + network.genesis,
            describe(),
            "give nodes of one network");
      }
    }
    member.checked = true;
  }

  private <T> T ask(Function<NodeClient, T> call) {
    Failure first = null;
    boolean allRest = members.stream().allMatch(Member::resting);
    for (Member member : members) {
      if (member.resting() && !allRest) {
        continue;
      }
      try {
        check(member);
        return call.apply(member.client);
      } catch (Interrupted interrupted) {
        throw interrupted;
      } catch (Failure failure) {
        first = first == null ? failure : first;
        if (!isMisconfiguration(failure)) {
          setAside(member, failure);
        }
      }
    }
    if (first == null) {
      return ask(call); // the one that was awake has been set aside by another thread meanwhile
    }
    throw first;
  }

  private static boolean isMisconfiguration(Failure failure) {
    return failure.kind() == Failure.Kind.CONFIGURATION_INVALID;
  }

  private void setAside(Member member, Failure why) {
    member.rest(rest);
    if (members.size() > 1) {
      listener.leaving(member.client.endpoint(), why, rest);
    }
  }

  @Override
  public NodeInfo info() {
    return ask(NodeClient::info);
  }

  @Override
  public ChainPage page(long startHeight, PageForm form) {
    return ask(client -> client.page(startHeight, form));
  }

  @Override
  public List<HeaderFacts> headers(long from, long to) {
    return ask(client -> client.headers(from, to));
  }

  @Override
  public Optional<BlockHash> hashAt(long height) {
    return ask(client -> client.hashAt(height));
  }

  @Override
  public Optional<byte[]> blockBlob(BlockHash hash) {
    return ask(client -> client.blockBlob(hash));
  }

  @Override
  public List<FetchedTransaction> transactions(List<TxHash> hashes) {
    return ask(client -> client.transactions(hashes));
  }

  @Override
  public List<FetchedTransaction> prunedTransactions(List<TxHash> hashes) {
    return ask(client -> client.prunedTransactions(hashes));
  }

  @Override
  public List<FetchedOutput> outputs(List<OutputName> names) {
    return ask(client -> client.outputs(names));
  }

  @Override
  public List<AlternativeChain> alternativeChains() {
    return ask(NodeClient::alternativeChains);
  }

  @Override
  public List<PoolTransaction> pool() {
    return ask(NodeClient::pool);
  }

  @Override
  public Set<TxHash> poolHashes() {
    return ask(NodeClient::poolHashes);
  }

  @Override
  public FeeEstimate fees() {
    return ask(NodeClient::fees);
  }

  @Override
  public HardForkFacts hardFork() {
    return ask(NodeClient::hardFork);
  }

  @Override
  public List<KeyImageStatus> keyImagesSpent(List<KeyImage> keyImages) {
    return ask(client -> client.keyImagesSpent(keyImages));
  }

  @Override
  public URI endpoint() {
    return members.stream()
        .filter(member -> !member.resting())
        .findFirst()
        .orElse(members.get(0))
        .client
        .endpoint();
  }

  @Override
  public String describe() {
    return members.stream()
        .map(member -> member.client.describe())
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    members.forEach(member -> member.client.close());
  }
}
