package io.touchstone.platform.security.project;

import java.util.Optional;

/** Who has to know what before something may be seen. */
public sealed interface Belonging {

  /** No project decides: there is no such thing, or none that a project has to do with. */
  record Free() implements Belonging {}

  /** Those who may know the project. */
  record OfProject(String key) implements Belonging {}

  /**
   * The person to whom it was given, and those who may know the project.
   *
   * @param key of the project; empty where it has none
   */
  record OfPerson(String userId, Optional<String> key) implements Belonging {}

  /** It covers projects without end: those who may know them all. */
  record OfEveryProject() implements Belonging {}
}
