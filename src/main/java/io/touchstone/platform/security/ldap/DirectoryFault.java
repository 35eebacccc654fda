package io.touchstone.platform.security.ldap;

/** The directory cannot be asked, or has not answered to the end. */
final class DirectoryFault extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * @param code for the log: what failed, never what was asked
   */
  DirectoryFault(String code, Exception cause) {
    super(code, cause);
  }
}
