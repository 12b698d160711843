package org.ringlight.lake.table;

import java.util.List;

/** Every table there is, in the order the data dictionary lists them. */
public final class Tables {

  public static final List<Table<?>> ALL =
      List.of(
          BlockRow.TABLE,
          TransactionRow.TABLE,
          OutputRow.TABLE,
          RingRow.TABLE,
          MembershipRow.TABLE,
          OlderOutputRow.TABLE,
          PoolTransactionRow.TABLE,
          PoolRingRow.TABLE,
          QuarantineRow.TABLE,
          AltBlockRow.TABLE,
          AltTransactionRow.TABLE,
          AltOutputRow.TABLE,
          AltRingRow.TABLE,
          BitcoinBlockRow.TABLE,
          BitcoinTransactionRow.TABLE,
          BitcoinInputRow.TABLE,
          BitcoinOutputRow.TABLE,
          BitcoinAddressRow.TABLE,
          BitcoinQuarantineRow.TABLE,
          ClaimRow.TABLE,
          RunRow.TABLE,
          AssertionRow.TABLE,
          BitcoinClusterRow.TABLE,
          BitcoinRefusedMergeRow.TABLE,
          BitcoinChangeRow.TABLE,
          BitcoinCoinJoinRow.TABLE,
          BitcoinTaintRow.TABLE,
          RunRow.BITCOIN_TABLE);

  private Tables() {}
}
