package io.touchstone.platform;

/**
 * The application cannot start and a person has to do something about it. Shown at the console as
 * two sentences, without a stack trace.
 */
public final class StartRefused extends RuntimeException {

  private final String action;

  /**
   * @param what what is wrong and where
   * @param action what to do
   */
  public StartRefused(String what, String action) {
    super(what);
    this.action = action;
  }

  public StartRefused(String what, String action, Throwable cause) {
    super(what, cause);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
