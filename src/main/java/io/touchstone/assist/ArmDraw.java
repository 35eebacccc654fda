package io.touchstone.assist;

import io.touchstone.answer.Answer;
import io.touchstone.platform.crypto.Hmac;
import java.util.List;
import java.util.Optional;

/**
 * Draws arms, the same each time for the same key and unforeseeable without it. What may be shown
 * of an item is drawn per item, so that people who compare notes see the same; the arm is drawn per
 * assignment.
 */
final class ArmDraw {

  private final Hmac key;
  private final ArmShares shares;
  private final Decoys decoys;

  ArmDraw(Hmac key, ArmShares shares, Decoys decoys) {
    this.key = key;
    this.shares = shares;
    this.decoys = decoys;
  }

  /**
   * What may be shown of an item of the batch.
   *
   * @param suggested by the model
   * @param runnerUp what the model holds for second most likely, the most plausible decoy
   * @param text of the item, as people see it
   * @return nothing in the rare text of which nothing wrong can be said, as one without words
   */
  Optional<Candidate> ordinary(
      String itemId, Answer suggested, Optional<Answer> runnerUp, String text) {
    Answer decoy =
        runnerUp
            .filter(second -> !second.equals(suggested))
            .orElseGet(() -> decoys.other(suggested, "decoy", itemId, text));
    return decoy.equals(suggested)
        ? Optional.empty()
        : Optional.of(new Candidate(suggested, decoy));
  }

  /**
   * What may be shown of a gold item among them. It has no model; its suggestion is made from its
   * answer, as often as other items have one and as often right as that model is, or else gold
   * could be told by what it lacks. A wrong one is made by us, so it counts as planted; it says
   * what the model takes the answer for elsewhere.
   *
   * @param coverage share of the batch's items with a suggestion, 0 to 1
   * @param secondChoices what the model holds for second most likely where it suggests the answer,
   *     as often as it does; may be empty
   * @return nothing for a gold item that looks like one without a suggestion
   */
  Optional<Candidate> gold(
      String itemId, Answer answer, String text, double coverage, List<Answer> secondChoices) {
    if (key.draw("gold-suggested", itemId) >= coverage) {
      return Optional.empty();
    }
    if (key.draw("gold-right", itemId) < shares.goldRight()) {
      return ordinary(itemId, answer, second("decoy", itemId, secondChoices), text);
    }
    Answer wrong =
        second("gold-wrong", itemId, secondChoices)
            .orElseGet(() -> decoys.other(answer, "gold-wrong", itemId, text));
    return wrong.equals(answer) ? Optional.empty() : Optional.of(new Candidate(wrong, wrong));
  }

  private Optional<Answer> second(String purpose, String itemId, List<Answer> choices) {
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(choices.get((int) (key.draw(purpose, itemId, "second") * choices.size())));
  }

  /** Whether an assignment shows the suggestion, nothing, or the decoy. */
  Arm arm(String assignmentId, Candidate candidate) {
    if (key.draw("blind", assignmentId) < shares.blind()) {
      return Arm.BLIND;
    }
    boolean wrongAlready = candidate.suggested().equals(candidate.decoy());
    return wrongAlready || key.draw("planted", assignmentId) < shares.planted()
        ? Arm.PLANTED
        : Arm.SHOWN;
  }
}
