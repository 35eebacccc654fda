package io.touchstone.release.git;

/**
 * Where a version is found in Git.
 *
 * @param commit 40 hexadecimal digits
 * @param tag name of the annotated tag
 */
public record PublishedCommit(String commit, String tag) {}
