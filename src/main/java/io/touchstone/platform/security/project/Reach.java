package io.touchstone.platform.security.project;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How far a call reaches over projects, where its address does not say it. A call that neither
 * names a thing in its address nor has this is open only to those who may know every project.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reach {

  /** How far. */
  Over value();

  /** How far a call reaches. */
  enum Over {
    /** What it reads and answers belongs to no project. */
    NO_PROJECT,
    /** Only over what is the caller's own; the controller sees to it. */
    OWN,
    /** Over projects, and the controller leaves out those that the caller may not know. */
    KNOWN_PROJECTS,
    /** Over all projects at once: only for those who may know them all. */
    EVERY_PROJECT
  }
}
