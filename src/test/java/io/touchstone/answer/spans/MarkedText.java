package io.touchstone.answer.spans;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text and the spans in it, written as one: "Take [drug:ibuprofen] [dose:400 mg]". The places are
 * counted here, in code points, apart from the code under test.
 */
public record MarkedText(String text, List<Span> spans) {

  private static final Pattern MARK = Pattern.compile("\\[([a-z]+):([^\\]]*)\\]");

  public static MarkedText of(String marked) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    Matcher marks = MARK.matcher(marked);
    int at = 0;
    while (marks.find()) {
      text.append(marked, at, marks.start());
      int start = text.codePointCount(0, text.length());
      text.append(marks.group(2));
      int end = text.codePointCount(0, text.length());
      spans.add(new Span(start, end, marks.group(1), marks.group(2)));
      at = marks.end();
    }
    text.append(marked.substring(at));
    return new MarkedText(text.toString(), List.copyOf(spans));
  }
}
