package io.touchstone.pipeline;

import io.touchstone.platform.web.Refusal;
import java.util.Optional;

/** What a later stage has against a person who would accept a held batch. */
public interface AcceptanceCheck {

  /** Why this person may not accept the batch; empty if nothing speaks against it. */
  Optional<Refusal> objection(String batchId, String personId);
}
