package io.touchstone.ingestion.object;

import io.touchstone.deidentification.MissedStrings;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Redacted;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces given strings, as whole words, in an object that was cleaned before. */
public final class StringRedaction implements ObjectCleaning.Tools {

  private final Map<String, String> strings;
  private final ObjectCleaning cleaning;
  private final List<String> ocrLanguages;
  private final Pattern pattern;
  private final List<Cleaned> embedded = new ArrayList<>();
  private int depth;
  private final Set<String> found = new HashSet<>();

  /**
   * @param strings at least one, none empty, each with what stands in its place
   * @param ocrLanguages in which pictures were read, so that the strings go from them, too
   */
  public StringRedaction(
      Map<String, String> strings, ObjectCleaning cleaning, List<String> ocrLanguages) {
    this.ocrLanguages = List.copyOf(ocrLanguages);
    this.strings = byLine(strings);
    this.cleaning = cleaning;
    this.pattern =
        Pattern.compile(
            this.strings.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(string -> MissedStrings.asWord(string, Pattern.quote(string)))
                .collect(Collectors.joining("|")));
  }

  /** A string that goes over the end of a line stands in two pieces of the object. */
  private static Map<String, String> byLine(Map<String, String> strings) {
    Map<String, String> parts = new HashMap<>();
    strings.forEach(
        (string, by) ->
            string
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> parts.putIfAbsent(part, by)));
    return parts;
  }

  /**
   * Whether none of the strings stands in an object any more, nor in what it embeds.
   *
   * @param cleaned with this
   */
  public boolean isFree(Cleaned cleaned) {
    List<Cleaned> all = new ArrayList<>(embedded);
    all.add(cleaned);
    try {
      for (Cleaned each : all) {
        if (cleaning.readBack(each).stream().anyMatch(this::isIn)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether one of the strings stands in a text. */
  boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  @Override
  public Redacted shown(String text) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder redacted = new StringBuilder();
    List<Redacted.Replacement> replacements = new ArrayList<>();
    while (matcher.find()) {
      String by = strings.get(matcher.group());
      replacements.add(new Redacted.Replacement(matcher.start(), matcher.end(), by));
      found.add(matcher.group());
      matcher.appendReplacement(redacted, Matcher.quoteReplacement(by));
    }
    return new Redacted(matcher.appendTail(redacted).toString(), replacements);
  }

  @Override
  public Redacted aside(String text) {
    return shown(text);
  }

  /** One that is there was kept. */
  @Override
  public Optional<String> alternative(String text) {
    return Optional.of(shown(text).text());
  }

  /** What was cleaned before is nothing but what stands in the place of what was found. */
  @Override
  public String replacedIn(String text) {
    return shown(text).text();
  }

  /** Whether each string was replaced somewhere, if only a part of it that stands on a line. */
  public boolean hasFoundAll() {
    return found.containsAll(strings.keySet());
  }

  @Override
  public List<String> ocrLanguages() {
    return ocrLanguages;
  }

  @Override
  public Faces faces() {
    return Faces.FILL;
  }

  @Override
  public Cleaning nested(byte[] object) {
    depth++;
    try {
      Cleaning again = cleaning.cleanInner(object, depth, this);
      if (again instanceof Cleaned cleaned) {
        embedded.add(cleaned);
      }
      return again;
    } finally {
      depth--;
    }
  }
}
