package io.touchstone.pipeline;

import io.touchstone.platform.web.Refusal;
import java.util.Optional;

/**
 * Knows what speaks against accepting a batch that the gate of a stage holds; the package of the
 * stage implements it where something can.
 */
public interface AcceptanceCheck {

  /** The stage whose held batches it knows. */
  Stage stage();

  /** Why nobody may accept the batch, empty if a person may with a reason. */
  Optional<Refusal> objection(String batchId);
}
