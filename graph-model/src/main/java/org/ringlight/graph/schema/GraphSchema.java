package org.ringlight.graph.schema;

import static org.ringlight.graph.schema.Property.always;
import static org.ringlight.graph.schema.Property.sometimes;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole of the graph's schema. Nodes are named as the chain names them, never by dense ids: a
 * block by its height, a transaction by its hash, a ring by its key image, an output by its index
 * space and its index there, an output of Bitcoin by its transaction and its place there, an
 * address by its text. Hashes and keys are lower-case hex. What is absent in the tables is absent
 * here. Numbers that are unsigned on the chain ({@code unlockTime}, {@code indexSpace}, {@code
 * value}) are their 64 bits in a signed one.
 */
public final class GraphSchema {

  /** Raised with every migration; a graph of a higher one is not touched. */
  public static final int VERSION = 4;

  private static final String INTEGER = "INTEGER";
  private static final String STRING = "STRING";
  private static final String BOOLEAN = "BOOLEAN";
  private static final String FLOAT = "FLOAT";

  /** What labels and cases may name. */
  private static final String NAMED = "Transaction|Ring|Output|BtcTransaction|BtcOutput|Address";

  private GraphSchema() {}

  /** The labels of nodes, in the order of the way from the chain to a case. */
  public static List<Label> labels() {
    List<Label> labels =
        new ArrayList<>(List.of(graph(), block(), transaction(), ring(), output()));
    labels.addAll(BitcoinSchema.labels());
    labels.addAll(List.of(run(), tag(), inquiry(), migration()));
    return List.copyOf(labels);
  }

  private static Label graph() {
    return new Label(
        "Graph",
        "One node for each chain: what the graph is a projection of, and how far it reaches.",
        List.of(
            always("name", STRING, "chain for Monero, bitcoin for Bitcoin."),
            always("network", STRING, "Of the tables: mainnet, stagenet, testnet or regtest."),
            always("genesis", STRING, "Id of block 0."),
            always("schema", INTEGER, "The schema's version when it was last written."),
            always(
                "kind",
                STRING,
                "chain: every block from fromHeight to tipHeight is whole; neighbourhoods: only"
                    + " what was asked for."),
            always("fromHeight", INTEGER, "First block; 0 where kind is neighbourhoods."),
            always(
                "tipHeight", INTEGER, "Last block; what lies above is not here. -1: nothing yet."),
            sometimes("tipHash", STRING, "Its id."),
            sometimes("runs", INTEGER, "How many runs there were: the last one's number.")));
  }

  private static Label block() {
    return new Label(
        "Block",
        "A block of the current chain.",
        List.of(
            always("height", INTEGER, "Its number."),
            always("hash", STRING, "Its id."),
            always("timestamp", INTEGER, "As its miner wrote it, seconds since 1970."),
            always("major", INTEGER, "Hard-fork version."),
            always("minor", INTEGER, "Vote for a hard fork."),
            always("weight", INTEGER, "In bytes, as the fee rules count them."),
            always("reward", INTEGER, "Of the coinbase with fees, atomic units."),
            always("difficulty", INTEGER, "Expected hashes to find it.")));
  }

  private static Label transaction() {
    return new Label(
        "Transaction",
        "A transaction of the current chain.",
        List.of(
            always("hash", STRING, "Its id."),
            always("height", INTEGER, "Of its block."),
            always("indexInBlock", INTEGER, "0 for the coinbase."),
            always("coinbase", BOOLEAN, "Whether it makes the block's reward."),
            always("version", INTEGER, "1 before RingCT, 2 since."),
            sometimes("rctType", INTEGER, "RingCT type; absent in version 1."),
            always("unlockTime", INTEGER, "As in the transaction: a height, a time, or 0."),
            sometimes("fee", INTEGER, "Atomic units; absent for coinbases."),
            always("weight", INTEGER, "In bytes, as the fee rules count them."),
            always("inputCount", INTEGER, "Its rings; for a coinbase 1, which has no ring."),
            always("outputCount", INTEGER, "Outputs it creates."),
            sometimes("paymentId", STRING, "As in extra; encrypted ones are of no use alone."),
            sometimes("paymentIdKind", STRING, "plain or encrypted.")));
  }

  private static Label ring() {
    return new Label(
        "Ring",
        "An input: one of its members is spent, the others are decoys.",
        List.of(
            always("keyImage", STRING, "Of the output that is really spent; seen once a chain."),
            always("inputIndex", INTEGER, "Place among the transaction's inputs."),
            always("indexSpace", INTEGER, "Of all its members: 0 or a cleartext amount.")));
  }

  private static Label output() {
    return new Label(
        "Output",
        "A stealth output, paid to a one-time key.",
        List.of(
            always("indexSpace", INTEGER, "0 for RingCT and version 2 coinbases, else the amount."),
            always("amountIndex", INTEGER, "Its number there."),
            always("height", INTEGER, "Of the block that creates it."),
            sometimes(
                "indexInTx",
                INTEGER,
                "Place among the outputs; absent for one from before a slice."),
            sometimes("value", INTEGER, "Atomic units; absent where hidden."),
            always("publicKey", STRING, "One-time key; rarely two outputs have the same.")));
  }

  private static Label run() {
    return new Label(
        "Run",
        "One run of heuristics, or one import of labels. Only what belongs to a current run"
            + " counts.",
        List.of(
            always("number", INTEGER, "Small; relationships and tags of the run carry it."),
            always("id", STRING, "Its name."),
            always("kind", STRING, "findings, labels, clusters, taint, change or coinjoins."),
            always(
                "source",
                STRING,
                "Where it came from; a new run of a source takes its place. Of taint the case."),
            sometimes("tableRun", STRING, "Its id in the tables, where it came from there."),
            always("tipHeight", INTEGER, "The tip it was made at."),
            always("tipHash", STRING, "Its id."),
            always("batches", INTEGER, "Transactions it was written in."),
            always("written", INTEGER, "Relationships it brought."),
            sometimes(
                "digest",
                STRING,
                "Sum of the SHA-256 of all that it brought; absent where an earlier version of"
                    + " this program did."),
            always(
                "current", BOOLEAN, "Whether it counts: the pointer that a finished load moves.")));
  }

  private static Label tag() {
    return new Label(
        "Tag",
        "What somebody says of a transaction, ring, output or address.",
        List.of(
            always("run", INTEGER, "Number of its run."),
            always("label", STRING, "Who or what."),
            always("category", STRING, "exchange, theft, pool …"),
            always("source", STRING, "Who says so."),
            always("confidence", INTEGER, "As its source rates it, 0 to 100.")));
  }

  private static Label inquiry() {
    return new Label(
        "Case",
        "A set of nodes under a name.",
        List.of(
            always("name", STRING, "As its analyst calls it."),
            always("createdAt", INTEGER, "Seconds since 1970.")));
  }

  private static Label migration() {
    return new Label(
        "Migration",
        "A script of the schema that ran here.",
        List.of(
            always("number", INTEGER, "From 1."),
            always("name", STRING, "Of its file."),
            always("checksum", STRING, "SHA-256 of it."),
            always("appliedAt", INTEGER, "Seconds since 1970.")));
  }

  /** The types of relationships. */
  public static List<Relationship> relationships() {
    List<Relationship> relationships =
        new ArrayList<>(
            List.of(
                new Relationship("NEXT", "Block", "Block", "To the block after it.", List.of()),
                new Relationship(
                    "CONTAINS", "Block", "Transaction", "Coinbase included.", List.of()),
                new Relationship("HAS_RING", "Transaction", "Ring", "An input of it.", List.of()),
                new Relationship(
                    "MEMBER",
                    "Ring",
                    "Output",
                    "A candidate: the output may be what the ring spends. One that stands twice in"
                        + " a ring has two.",
                    List.of(always("position", INTEGER, "In the ring, from 0."))),
                new Relationship("CREATES", "Transaction", "Output", "Pays to it.", List.of()),
                finding("SPENDS", "Ring", "The ring spends this member.", List.of()),
                finding("ELIMINATES", "Ring", "The ring does not spend this member.", List.of()),
                finding(
                    "NARROWED_TO",
                    "Ring",
                    "The ring spends one of those it is narrowed to.",
                    List.of()),
                finding(
                    "WEIGHS",
                    "Ring",
                    "How probable it is that the ring spends this member.",
                    List.of(always("probability", FLOAT, "0 to 1; those of a ring sum to 1."))),
                finding("SPENT", "Run", "Some ring spends it; which one is not said.", List.of())));
    relationships.addAll(BitcoinSchema.relationships());
    relationships.addAll(
        List.of(
            new Relationship("ON", "Tag", NAMED, "What it is said of.", List.of()),
            new Relationship("HOLDS", "Case", NAMED, "Belongs to it.", List.of())));
    return List.copyOf(relationships);
  }

  private static Relationship finding(
      String name, String from, String documentation, List<Property> more) {
    List<Property> properties =
        new ArrayList<>(
            List.of(
                always("run", INTEGER, "Number of its run."),
                always("heuristic", STRING, "Who claims it."),
                always("version", STRING, "Of the heuristic's rules."),
                always("guarantee", STRING, "proven, conditional or statistical."),
                sometimes(
                    "assumption", STRING, "What a conditional claim does not hold without.")));
    properties.addAll(more);
    return new Relationship(name, from, "Output", documentation, properties);
  }
}
