package io.touchstone.assist;

import io.touchstone.answer.Answer;
import java.util.Optional;

/**
 * What may be shown of an item.
 *
 * @param suggested what the model says; for gold, what is made up in its place
 * @param decoy a wrong answer that looks like one of the model's; equal to the first where that is
 *     wrong on purpose already
 */
record Candidate(Answer suggested, Answer decoy) {

  /** What the person sees in an arm. */
  Optional<Answer> seen(Arm arm) {
    return switch (arm) {
      case SHOWN -> Optional.of(suggested);
      case BLIND -> Optional.empty();
      case PLANTED -> Optional.of(decoy);
    };
  }
}
