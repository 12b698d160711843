package org.ringlight.rpc.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.OutputName;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedOutput;

/**
 * Binary answers. {@code get_blocks.bin}: whole pages of blocks, transactions and output indices;
 * {@code get_outs.bin}: outputs by their names. The way around monero-java, see {@code
 * docs/adr/0002-bulk-path-beside-monero-java.md}.
 */
public final class BulkPath {

  private final Transport transport;

  public BulkPath(Transport transport) {
    this.transport = transport;
  }

  /**
   * The page as it reads; empty where the node says that it failed, which is its answer to heights
   * beyond its tip and to full transactions it has pruned.
   */
  public Optional<ChainPage> page(PageRequest request) {
    Call call = call(request);
    return transport.send(call, body -> read(request, body, transport.where(call)));
  }

  /** The page as it came, after the same checks. */
  public Optional<byte[]> verbatim(PageRequest request) {
    Call call = call(request);
    return transport.send(
        call,
        body ->
            read(request, body, transport.where(call))
                .map(page -> Arrays.copyOf(body.bytes(), body.length())));
  }

  /**
   * The outputs in the order asked; empty where the node says that it failed, which is its answer
   * as soon as it lacks one of them.
   */
  public Optional<List<FetchedOutput>> outputs(List<OutputName> asked) {
    String subject = asked.size() + " outputs from " + asked.get(0);
    Call call = Call.binary("get_outs.bin", subject, new OutputsRequest(asked).toBytes());
    return transport.send(
        call,
        body -> OutputsReader.read(asked, body.bytes(), body.length(), transport.where(call)));
  }

  private static Call call(PageRequest request) {
    return Call.binary("get_blocks.bin", "height " + request.startHeight(), request.toBytes());
  }

  private static Optional<ChainPage> read(PageRequest request, Body body, String where) {
    Optional<ChainPage> page = PageReader.read(body.bytes(), body.length(), where);
    page.ifPresent(
        answer -> {
          if (answer.startHeight() != request.startHeight() && !answer.blocks().isEmpty()) {
            throw new DataInvalid(
                "asked for height " + request.startHeight() + ", got " + answer.startHeight(),
                "start_height",
                "ask another node");
          }
          if (answer.chainHeight() - answer.startHeight() < answer.blocks().size()) {
            throw new DataInvalid(
                answer.blocks().size()
                    + " blocks from height "
                    + answer.startHeight()
                    + " on a chain of "
                    + answer.chainHeight(),
                "current_height",
                "ask another node");
          }
        });
    return page;
  }
}
