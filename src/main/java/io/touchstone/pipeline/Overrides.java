package io.touchstone.pipeline;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Where batches went on against their gates. */
@Service
public class Overrides {

  private final OverrideRepository rows;

  Overrides(OverrideRepository rows) {
    this.rows = rows;
  }

  /** Of these batches, in the order of the gates' decisions. */
  public List<GateOverride> of(Collection<String> batchIds) {
    return batchIds.isEmpty() ? List.of() : rows.of(batchIds);
  }

  /** Those gate decisions of these ids that were overridden, in their order. */
  public List<GateOverride> withIds(Collection<Long> gateDecisionIds) {
    return gateDecisionIds.isEmpty() ? List.of() : rows.withIds(gateDecisionIds);
  }
}
