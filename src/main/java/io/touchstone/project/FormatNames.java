package io.touchstone.project;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Which formats a project may ask for. Who writes datasets says it, and is found as a service, so
 * that descriptions of projects are read without the beans of an application.
 */
public interface FormatNames {

  /** The formats of this release. */
  List<Format> KNOWN =
      ServiceLoader.load(FormatNames.class, FormatNames.class.getClassLoader())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("Nothing here writes datasets."))
          .formats();

  /**
   * One of them.
   *
   * @param id as descriptions of projects write it
   * @param name as people know it
   */
  record Format(String id, String name) {}

  /** All, first the one that every dataset has. */
  List<Format> formats();
}
