package io.touchstone.platform;

/**
 * What a start stores before the first call is answered and the first job runs. Steps run one after
 * another in the order of their {@code @Order}; each must find its work done when it runs again.
 */
public interface StartStep {

  /**
   * Stores it.
   *
   * @throws StartRefused if a person has to do something about it
   */
  void run();
}
