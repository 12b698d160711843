package org.ringlight.analytics.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/** A finding being changed. */
final class Changed {

  private long number;
  private FindingId findingId;
  private String runId;
  private String heuristic;
  private String version;
  private String parameters;
  private String claim;
  private List<KeyImage> keyImages;
  private @Nullable Long indexSpace;
  private long[] amountIndexes;
  private List<PublicKey> publicKeys;
  private double[] probabilities;
  private String guarantee;
  private @Nullable String assumption;
  private List<KeyImage> restsOn;
  private List<String> evidence;
  private int depth;
  private long height;
  private long tipHeight;
  private BlockHash tipHash;

  private Changed(ClaimRow row) {
    number = row.number();
    findingId = row.findingId();
    runId = row.runId();
    heuristic = row.heuristic();
    version = row.version();
    parameters = row.parameters();
    claim = row.claim();
    keyImages = row.keyImages();
    indexSpace = row.indexSpace();
    amountIndexes = row.amountIndexes();
    publicKeys = row.publicKeys();
    probabilities = row.probabilities();
    guarantee = row.guarantee();
    assumption = row.assumption();
    restsOn = row.restsOn();
    evidence = row.evidence();
    depth = row.depth();
    height = row.height();
    tipHeight = row.tipHeight();
    tipHash = row.tipHash();
  }

  static Changed of(ClaimRow row) {
    return new Changed(row);
  }

  Changed number(long changed) {
    number = changed;
    return this;
  }

  Changed id(FindingId changed) {
    findingId = changed;
    return this;
  }

  Changed run(String changed) {
    runId = changed;
    return this;
  }

  Changed claim(String changed) {
    claim = changed;
    return this;
  }

  Changed keyImages(List<KeyImage> changed) {
    keyImages = changed;
    return this;
  }

  Changed indexSpace(@Nullable Long changed) {
    indexSpace = changed;
    return this;
  }

  Changed amountIndexes(long[] changed) {
    amountIndexes = changed;
    return this;
  }

  Changed publicKeys(List<PublicKey> changed) {
    publicKeys = changed;
    return this;
  }

  Changed guarantee(String changed) {
    guarantee = changed;
    return this;
  }

  Changed assumption(@Nullable String changed) {
    assumption = changed;
    return this;
  }

  Changed restsOn(List<KeyImage> changed) {
    restsOn = changed;
    return this;
  }

  Changed evidence(List<String> changed) {
    evidence = changed;
    return this;
  }

  Changed depth(int changed) {
    depth = changed;
    return this;
  }

  Changed height(long changed) {
    height = changed;
    return this;
  }

  Changed tipHeight(long changed) {
    tipHeight = changed;
    return this;
  }

  ClaimRow row() {
    return new ClaimRow(
        number,
        findingId,
        runId,
        heuristic,
        version,
        parameters,
        claim,
        keyImages,
        indexSpace,
        amountIndexes,
        publicKeys,
        probabilities,
        guarantee,
        assumption,
        restsOn,
        evidence,
        depth,
        height,
        tipHeight,
        tipHash);
  }
}
