package io.touchstone.health.standing;

import io.touchstone.platform.security.Role;

/** Who may see where batches stand. */
final class BatchReaders {

  static final Role[] ROLES = {
    Role.DATA_MANAGER,
    Role.PROCESS_OWNER,
    Role.AUDITOR,
    Role.PRIVACY_OFFICER,
    Role.TRAINING_ENGINEER
  };

  private BatchReaders() {}
}
