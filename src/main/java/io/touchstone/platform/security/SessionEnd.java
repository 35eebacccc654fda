package io.touchstone.platform.security;

/** Why a browser's session ended without a logout. */
public enum SessionEnd {
  IDLE("idle", "Nothing was done in this session for too long, so it has ended."),
  LONGEST("longest", "This session has lasted as long as one may, so it has ended."),
  PASSWORD("password", "The password of this account was changed, so all its sessions have ended."),
  CLOSED("closed", "This account is closed.");

  private final String code;
  private final String sentence;

  SessionEnd(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** For programs and the audit. */
  public String code() {
    return code;
  }

  /** What a person is told. */
  public String sentence() {
    return sentence + " Log in again; nothing is lost.";
  }
}
