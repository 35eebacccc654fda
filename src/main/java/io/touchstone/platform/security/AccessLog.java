package io.touchstone.platform.security;

/** The record of refusals and of what administrators do through the doors; kept by the audit. */
public interface AccessLog {

  /**
   * Somebody who is logged in was refused. Recorded in a transaction of its own, after the refused
   * one has been rolled back.
   *
   * @param userId who
   * @param call what was tried
   */
  void refused(String userId, Call call);

  /**
   * An administrator makes a call that may change something. Recorded before the call goes on: if
   * it cannot be recorded, it is not made.
   *
   * @param userId who
   * @param call what is called
   */
  void administratorCalls(String userId, Call call);

  /** A person has changed the own password. */
  void passwordChanged(String userId);
}
