package io.touchstone.agreement.scale;

/** What the numbers behind labels mean (Stevens 1946). */
public enum Scale {
  /** Only their order. */
  ORDINAL,
  /** Their differences too. */
  INTERVAL,
  /** Their ratios too: none is below zero, and zero is nothing. */
  RATIO
}
