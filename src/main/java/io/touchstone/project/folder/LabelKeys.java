package io.touchstone.project.folder;

import io.touchstone.answer.AnswerKind;
import io.touchstone.project.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Which keys labels may have of their own: none of another label, none of the editor's. */
final class LabelKeys {

  private static final Pattern KEY = Pattern.compile("[a-z0-9]");

  /** What the editor does with a letter, whatever is labelled. */
  private static final Map<String, String> OF_THE_EDITOR =
      new TreeMap<>(
          Map.of(
              "a", "accepts a suggestion",
              "b", "gives the package back",
              "f", "changes the width",
              "g", "shows the guideline",
              "j", "goes to the next item",
              "k", "goes to the previous item",
              "m", "goes to the first item without an answer",
              "u", "undoes"));

  private LabelKeys() {}

  /**
   * What is wrong with the keys of these labels.
   *
   * @param complaint gets the rest of a sentence about the labels, with the name of the label
   */
  static void check(List<Label> labels, AnswerKind kind, Consumer<String> complaint) {
    Map<String, String> editor = new HashMap<>(OF_THE_EDITOR);
    editor.putAll(kind.keys());
    Map<String, Label> taken = new HashMap<>();
    for (Label label : labels) {
      if (label.key().isEmpty()) {
        continue;
      }
      String key = label.key().get();
      Label other = taken.putIfAbsent(key, label);
      if (!KEY.matcher(key).matches()) {
        complaint.accept(
            "have a key that is no small letter from a to z and no digit: " + name(label));
      } else if (editor.containsKey(key)) {
        complaint.accept(
            "have a key that the editor needs itself, since %s %s there; choose another for %s"
                .formatted(key, editor.get(key), name(label)));
      } else if (other != null) {
        complaint.accept("have the key %s twice: %s, %s".formatted(key, name(other), name(label)));
      }
    }
  }

  private static String name(Label label) {
    return label.name().isBlank() ? label.id() : label.name();
  }
}
