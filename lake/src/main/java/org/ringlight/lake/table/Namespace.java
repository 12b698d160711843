package org.ringlight.lake.table;

import java.util.List;
import java.util.Locale;

/**
 * A set of tables with one writer and one commit point of its own. A new one is a line here; its
 * tables join {@link Tables}.
 */
public enum Namespace {
  XMR("What the Monero chain says."),
  BTC("What the Bitcoin chain says."),
  FINDINGS("What follows from the Monero chain, run by run."),
  BTC_FINDINGS("What follows from the Bitcoin chain, run by run."),
  INTEL("What others say: assertions, disclosures.");

  private final String documentation;

  Namespace(String documentation) {
    this.documentation = documentation;
  }

  /** What the tables hold, one sentence. */
  public String documentation() {
    return documentation;
  }

  /** The name in SQL and in the data directory. */
  public String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tables, in the order of {@link Tables#ALL}. */
  public List<Table<?>> tables() {
    return Tables.ALL.stream().filter(table -> table.namespace() == this).toList();
  }
}
