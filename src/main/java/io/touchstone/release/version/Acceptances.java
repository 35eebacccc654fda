package io.touchstone.release.version;

import io.touchstone.pipeline.GateOverride;
import io.touchstone.release.format.AcceptedAgainst;
import io.touchstone.workforce.Pseudonyms;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where batches went on against their gates, as the files of a dataset may say it. */
public final class Acceptances {

  private Acceptances() {}

  /** In the same order, people under pseudonyms. */
  public static List<AcceptedAgainst> of(List<GateOverride> overrides, Pseudonyms pseudonyms) {
    return overrides.stream().map(override -> of(override, pseudonyms)).toList();
  }

  /** By batch. */
  public static Map<String, List<AcceptedAgainst>> byBatch(
      List<GateOverride> overrides, Pseudonyms pseudonyms) {
    Map<String, List<AcceptedAgainst>> byBatch = new HashMap<>();
    of(overrides, pseudonyms)
        .forEach(
            each -> byBatch.computeIfAbsent(each.batchId(), id -> new ArrayList<>()).add(each));
    return byBatch;
  }

  private static AcceptedAgainst of(GateOverride override, Pseudonyms pseudonyms) {
    return new AcceptedAgainst(
        override.batchId(),
        override.stage().id(),
        override.gate(),
        override.gateVersion(),
        override.verdict(),
        override.rule(),
        override.because(),
        override.figures(),
        override.person().map(pseudonyms::of),
        override.at().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()),
        override.reason());
  }
}
