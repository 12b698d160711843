package org.ringlight.graph.schema;

import static org.ringlight.graph.schema.Property.always;
import static org.ringlight.graph.schema.Property.sometimes;

import java.util.List;

/** Bitcoin's part of the schema. */
final class BitcoinSchema {

  private static final String INTEGER = "INTEGER";
  private static final String STRING = "STRING";
  private static final String BOOLEAN = "BOOLEAN";
  private static final String TEXTS = "LIST<STRING>";

  private BitcoinSchema() {}

  static List<Label> labels() {
    return List.of(block(), transaction(), output(), address(), cluster());
  }

  private static Label block() {
    return new Label(
        "BtcBlock",
        "A block of Bitcoin's current chain.",
        List.of(
            always("height", INTEGER, "Its number."),
            always("hash", STRING, "Its id, in display order."),
            always("timestamp", INTEGER, "As its miner wrote it, seconds since 1970."),
            always("version", INTEGER, "As in the header, signed."),
            always("bits", INTEGER, "The target in compact form."),
            always("bytes", INTEGER, "Size on the wire, witnesses included."),
            always("weight", INTEGER, "In weight units (BIP 141)."),
            always("reward", INTEGER, "What the coinbase pays out, satoshi.")));
  }

  private static Label transaction() {
    return new Label(
        "BtcTransaction",
        "A transaction of Bitcoin. One that the graph has only because others spend its outputs"
            + " (from before the first block, or outside of a neighbourhood) has its hash alone.",
        List.of(
            always("hash", STRING, "Its id, in display order."),
            sometimes("height", INTEGER, "Of its block."),
            sometimes("indexInBlock", INTEGER, "0 for the coinbase."),
            sometimes("coinbase", BOOLEAN, "Whether it makes the block's reward."),
            sometimes("version", INTEGER, "As on the chain, signed."),
            sometimes("lockTime", INTEGER, "A height, or seconds since 1970 from 500,000,000."),
            sometimes("fee", INTEGER, "Satoshi; absent where an input's value is not known."),
            sometimes("bytes", INTEGER, "Size on the wire, witnesses included."),
            sometimes("weight", INTEGER, "In weight units (BIP 141)."),
            sometimes("inputCount", INTEGER, "Inputs; 0 for a coinbase."),
            sometimes("outputCount", INTEGER, "Outputs it creates.")));
  }

  private static Label output() {
    return new Label(
        "BtcOutput",
        "An output of Bitcoin. What spends it, if anything does, is found over SPENDS.",
        List.of(
            always("index", INTEGER, "Place among the outputs of its transaction."),
            sometimes("value", INTEGER, "Satoshi; absent where only its spender is known."),
            sometimes("scriptType", STRING, "p2pkh, p2wpkh, p2tr …; absent as the value.")));
  }

  private static Label address() {
    return new Label(
        "Address",
        "An address that an output is locked to.",
        List.of(
            always("address", STRING, "As wallets write it; pk(KEY) for a bare public key."),
            always("scriptType", STRING, "The kind of its scripts."),
            always("height", INTEGER, "The block of the first output locked to it.")));
  }

  private static Label cluster() {
    return new Label(
        "Cluster",
        "Addresses that a run takes to be of one owner.",
        List.of(
            always("run", INTEGER, "Number of its run."),
            always("name", STRING, "The address in it that appeared first."),
            always("size", INTEGER, "Its addresses.")));
  }

  static List<Relationship> relationships() {
    return List.of(
        new Relationship("NEXT", "BtcBlock", "BtcBlock", "To the block after it.", List.of()),
        new Relationship("CONTAINS", "BtcBlock", "BtcTransaction", "Coinbase included.", List.of()),
        new Relationship("CREATES", "BtcTransaction", "BtcOutput", "Pays to it.", List.of()),
        new Relationship(
            "SPENDS",
            "BtcTransaction",
            "BtcOutput",
            "An input of it; the chain says so.",
            List.of(
                always("inputIndex", INTEGER, "Place among the inputs."),
                always("sequence", INTEGER, "As in the input (BIP 68, BIP 125)."),
                always(
                    "signsAll",
                    BOOLEAN,
                    "Whether every signature it shows binds all inputs and outputs."))),
        new Relationship(
            "LOCKED_TO",
            "BtcOutput",
            "Address",
            "Who can spend it; not every script has one.",
            List.of()),
        new Relationship(
            "IN",
            "Address",
            "Cluster",
            "A run says that its owner has the others in the cluster too.",
            List.of(always("run", INTEGER, "Number of its run."))),
        taints(),
        givesBack(),
        seesCoinJoin());
  }

  private static Relationship taints() {
    return new Relationship(
        "TAINTS",
        "Run",
        "BtcOutput",
        "The output holds coins of what is followed: it is unspent, or following ends there.",
        List.of(
            always("run", INTEGER, "Number of its run, whose source is the case."),
            always("from", STRING, "Where the coins come from: TXHASH:INDEX or an address."),
            always("method", STRING, "poison, haircut, fifo, lifo, tiho or dirty-first."),
            always("tainted", INTEGER, "Satoshi of the output's value that are from there."),
            always("place", STRING, "unspent, or service: it came to a tagged owner."),
            always("guarantee", STRING, "conditional."),
            always("assumption", STRING, "The method and its policies, in words.")));
  }

  private static Relationship givesBack() {
    return new Relationship(
        "GIVES_BACK",
        "BtcTransaction",
        "BtcOutput",
        "Change: the output is taken to go back to whoever paid.",
        List.of(
            always("run", INTEGER, "Number of its run."),
            always("confidence", INTEGER, "0 to 100: a rank, not a probability."),
            always("sources", TEXTS, "The heuristics that say so."),
            sometimes("dissent", TEXTS, "Those that name another output."),
            sometimes("vetoes", TEXTS, "What speaks against an output, as REASON:INDEX."),
            always("guarantee", STRING, "statistical.")));
  }

  private static Relationship seesCoinJoin() {
    return new Relationship(
        "SEES_COINJOIN",
        "Run",
        "BtcTransaction",
        "A sign that several people made the transaction, or that it makes coins for such a one.",
        List.of(
            always("run", INTEGER, "Number of its run."),
            always("sign", STRING, "equal-outputs, whirlpool, wasabi-2.0 …"),
            always("confidence", INTEGER, "0 to 100: a rank, not a probability."),
            always("participants", INTEGER, "At least so many took part."),
            sometimes("denominations", "LIST<INTEGER>", "Of the mixed outputs, satoshi."),
            always("stands", BOOLEAN, "Whether nothing vetoes it."),
            always("guarantee", STRING, "statistical.")));
  }
}
