package io.touchstone.answer.sheet;

import io.touchstone.answer.Question;
import java.util.Optional;

/**
 * One question of several.
 *
 * @param id kebab case
 * @param ask the sentence that people read
 * @param required whether it must be answered where it is asked
 * @param when only then it is asked; always where nothing is said
 */
public record SheetPart(
    String id, String ask, Question question, boolean required, Optional<Condition> when) {}
