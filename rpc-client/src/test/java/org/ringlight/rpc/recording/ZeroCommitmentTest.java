package org.ringlight.rpc.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZeroCommitmentTest {

  /** The base point, and what monerod 0.18.0.0 answers for the genesis output of regtest. */
  @Test
  void isWhatMonerodWorksOut() {
    assertThat(ZeroCommitment.to(0)).hasToString("58" + "66".repeat(31));
    assertThat(ZeroCommitment.to(17_592_186_044_415L))
        .hasToString("7cbdd862a95d180779ce250b460043afc4a492b9023b41a78fbd45e7d73bb085");
  }
}
