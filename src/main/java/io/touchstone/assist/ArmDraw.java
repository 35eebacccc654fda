package io.touchstone.assist;

import io.touchstone.platform.crypto.Hmac;
import java.util.List;
import java.util.Optional;

/**
 * Draws arms, the same each time for the same key and unforeseeable without it. The suggestion of
 * an item and its decoy are drawn per item, so that people who compare notes see the same ones; the
 * arm is drawn per assignment.
 */
final class ArmDraw {

  private final Hmac key;
  private final ArmShares shares;
  private final List<String> labels;

  /**
   * @param labels ids of the label schema, two or more
   */
  ArmDraw(Hmac key, ArmShares shares, List<String> labels) {
    this.key = key;
    this.shares = shares;
    this.labels = List.copyOf(labels);
  }

  /**
   * What was drawn for an assignment.
   *
   * @param label what the model says
   * @param decoy another label: shown when planted, the yardstick when blind
   */
  record Drawn(Arm arm, String label, String decoy) {

    /** What the person sees; nothing in the arm blind. */
    Optional<String> seen() {
      return switch (arm) {
        case SHOWN -> Optional.of(label);
        case BLIND -> Optional.empty();
        case PLANTED -> Optional.of(decoy);
      };
    }
  }

  /**
   * For an item of the batch.
   *
   * @param runnerUp what the model holds for second most likely, the most plausible decoy
   */
  Drawn ordinary(String assignmentId, String itemId, String suggested, Optional<String> runnerUp) {
    String decoy =
        runnerUp
            .filter(label -> !label.equals(suggested))
            .orElseGet(() -> other(suggested, "decoy", itemId));
    Arm arm = Arm.SHOWN;
    if (isBlind(assignmentId)) {
      arm = Arm.BLIND;
    } else if (isDecoy(assignmentId)) {
      arm = Arm.PLANTED;
    }
    return new Drawn(arm, suggested, decoy);
  }

  /**
   * For a gold item among them. It has no model; its suggestion is made from its answer, as often
   * as other items have one and about as often right, or else gold could be told by what it lacks.
   * A wrong one is made by us, so it counts as planted.
   *
   * @param coverage share of the batch's items with a suggestion, 0 to 1
   * @return nothing for a gold item that looks like one without a suggestion
   */
  Optional<Drawn> gold(String assignmentId, String itemId, String answer, double coverage) {
    if (key.draw("gold-suggested", itemId) >= coverage) {
      return Optional.empty();
    }
    boolean right = key.draw("gold-right", itemId) < shares.goldRight();
    if (right) {
      return Optional.of(ordinary(assignmentId, itemId, answer, Optional.empty()));
    }
    String wrong = other(answer, "gold-wrong", itemId);
    return Optional.of(new Drawn(isBlind(assignmentId) ? Arm.BLIND : Arm.PLANTED, wrong, wrong));
  }

  private boolean isBlind(String assignmentId) {
    return key.draw("blind", assignmentId) < shares.blind();
  }

  private boolean isDecoy(String assignmentId) {
    return key.draw("planted", assignmentId) < shares.planted();
  }

  private String other(String label, String purpose, String itemId) {
    List<String> others = labels.stream().filter(each -> !each.equals(label)).toList();
    return others.get((int) (key.draw(purpose, itemId) * others.size()));
  }
}
