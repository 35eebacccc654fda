package io.touchstone.project;

/**
 * Is told of versions of projects that are made while the product runs; ingestion implements it.
 */
public interface NewVersions {

  /** Within the transaction that makes the version. */
  void made(Project project);
}
