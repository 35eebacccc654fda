package io.touchstone.platform.security.project;

/** Kinds of things that belong to a project and have ids of their own. */
public enum Thing {
  PROJECT,
  BATCH,
  /** An item, a gold item included. */
  ITEM,
  DATASET,
  /** A work package. */
  PACKAGE,
  /** A remark on a guideline. */
  REMARK,
  /** A person's task that waits. */
  TASK,
  /** What an instance of a process is about, by its business key. */
  ROAD
}
