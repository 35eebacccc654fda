package io.touchstone.platform.security;

/** Who has to know what before something may be seen. */
public sealed interface Belonging {

  /** No project decides: there is no such thing, or it is bound to a person and not to a project. */
  record Free() implements Belonging {}

  /** Those who may know the project. */
  record OfProject(String key) implements Belonging {}

  /** It covers projects without end: those who may know them all. */
  record OfEveryProject() implements Belonging {}
}
