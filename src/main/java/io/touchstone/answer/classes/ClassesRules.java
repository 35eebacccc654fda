package io.touchstone.answer.classes;

/**
 * What a project allows its sets of classes to be.
 *
 * @param noneAllowed whether an item may have no class at all
 * @param goldF1 a gold item is answered rightly from this F1 of the two sets on, above 0 to 1; 1
 *     where they must be equal
 */
public record ClassesRules(boolean noneAllowed, double goldF1) {

  /** What a project that says nothing asks for: one class at least, and gold exactly. */
  public static final ClassesRules DEFAULT = new ClassesRules(false, 1);
}
