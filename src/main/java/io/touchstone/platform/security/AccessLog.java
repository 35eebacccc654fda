package io.touchstone.platform.security;

import java.util.Optional;

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

  /**
   * Somebody has given another person's account a password, a new account's included.
   *
   * @param by who
   * @param userId whose
   */
  void passwordReset(String by, String userId);

  /** A person has chosen a password by a one-time link. */
  void invitationUsed(String userId);

  /** The door through which somebody logged in. */
  enum Door {
    BROWSER,
    MACHINE
  }

  /** Somebody has logged in; a machine is recorded whenever its password was compared. */
  void loggedIn(String userId, Door door);

  /**
   * Logins have failed since the last event of that name.
   *
   * @param userId whose name was typed; empty for names that nobody has, all together
   * @param times how often, at least once
   */
  void loginsFailed(Optional<String> userId, long times);

  /**
   * Logins were turned away unheard, because too many waited, so many times since the last event.
   */
  void loginsTurnedAway(long times);

  /** A person has logged out. */
  void loggedOut(String userId);

  /** A person's session has ended without a logout. */
  void sessionEnded(String userId, SessionEnd why);
}
