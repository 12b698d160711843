package org.ringlight.graph.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.ConfigurationInvalid;

class SupportedVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"5.26.0", "5.26.30", "5.26-aura", "5.27.1", "2025.01.0", "2026.2"})
  void newEnough(String version) {
    assertThatCode(() -> SupportedVersion.require(version, "bolt://x")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.35", "4.4.40", "5.0.0", "5.2.0", "5.9-aura", "5.25.1", "5.25"})
  void tooOld(String version) {
    assertThatThrownBy(() -> SupportedVersion.require(version, "bolt://x"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessage("Neo4j " + version + " is too old [bolt://x]; use Neo4j 5.26 or newer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "dev", "20", "99999.1"})
  void noVersion(String version) {
    assertThatThrownBy(() -> SupportedVersion.require(version, "bolt://x"))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("is no version of Neo4j");
  }
}
