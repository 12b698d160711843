package org.ringlight.cli.prove;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.ringlight.analytics.proof.Derivation;
import org.ringlight.analytics.proof.DerivationJson;
import org.ringlight.analytics.proof.DerivationText;
import org.ringlight.analytics.proof.Verdict;
import org.ringlight.cli.format.DocumentPrinter;
import org.ringlight.cli.format.Format;

/** Prints derivations and verdicts. */
public final class ProofPrinter {

  private final PrintWriter out;
  private final ProofFormat format;

  public ProofPrinter(PrintWriter out, ProofFormat format) {
    this.out = out;
    this.format = format;
  }

  public void print(Derivation derivation) {
    switch (format) {
      case TEXT -> DerivationText.of(derivation).forEach(out::println);
      case JSON -> json(DerivationJson.of(derivation));
    }
    out.flush();
  }

  public void print(Verdict verdict) {
    switch (format) {
      case TEXT -> text(verdict);
      case JSON -> json(document(verdict));
    }
    out.flush();
  }

  private void json(ObjectNode document) {
    new DocumentPrinter(out).print(document, Format.JSON);
  }

  private void text(Verdict verdict) {
    line("findings that follow", verdict.accepted());
    line("of these conditional", verdict.conditional());
    line("statistical, no proof claimed", verdict.statistical());
    line("rejected", verdict.rejected());
    verdict.first().forEach(rejection -> out.println("REJECTED: " + rejection));
    long more = verdict.rejected() - verdict.first().size();
    if (more > 0) {
      out.printf(Locale.ROOT, "… and %,d more%n", more);
    }
    String assumed = verdict.conditional() > 0 ? " and the assumptions it names" : "";
    out.println(
        verdict.rejected() == 0
            ? "result: every finding follows from the rings" + assumed
            : "result: some findings do not follow; run ringlight analyze --anew, and keep these"
                + " tables as evidence");
  }

  private void line(String name, long count) {
    out.printf(Locale.ROOT, "%-32s %,d%n", name, count);
  }

  private static ObjectNode document(Verdict verdict) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("accepted", verdict.accepted())
        .put("conditional", verdict.conditional())
        .put("statistical", verdict.statistical())
        .put("rejected", verdict.rejected());
    ArrayNode rejections = document.putArray("rejections");
    verdict
        .first()
        .forEach(
            one ->
                rejections
                    .addObject()
                    .put("finding_id", one.finding().toString())
                    .put("where", one.where())
                    .put("problem", one.problem()));
    return document;
  }
}
