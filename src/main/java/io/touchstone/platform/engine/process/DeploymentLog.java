package io.touchstone.platform.engine.process;

import java.util.Optional;

/** The record of what was deployed; kept by the audit. */
public interface DeploymentLog {

  /** Why a start deploys: its files are not those of the latest set. */
  String FILES_CHANGED = "files-changed";

  /**
   * A set was deployed. Recorded in the transaction that deploys it.
   *
   * @param actor user id of who did it, or empty where the start did
   * @param why a stable code, as {@link #FILES_CHANGED}
   */
  void deployed(ProcessSet set, Optional<String> actor, String why);
}
