package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where in a field the reading stands: its code is hidden, with whatever text is in it; its result
 * is shown. Fields lie in each other and go over paragraphs.
 */
final class WordFields {

  private final Deque<Boolean> inCode = new ArrayDeque<>();
  private final boolean balanced;

  /** Fields that do not end would hide the rest of the text: theirs is shown. */
  WordFields(Element story) {
    long begun = count(story, "begin");
    balanced = begun == count(story, "end");
  }

  private static long count(Element story, String type) {
    return story.all("w:fldChar").stream()
        .filter(mark -> mark.attribute("w:fldCharType").orElse("").equals(type))
        .count();
  }

  void take(Element mark) {
    switch (mark.attribute("w:fldCharType").orElse("")) {
      case "begin" -> inCode.push(true);
      case "separate" -> {
        inCode.poll();
        inCode.push(false);
      }
      default -> inCode.poll();
    }
  }

  boolean isInCode() {
    return balanced && inCode.contains(true);
  }
}
