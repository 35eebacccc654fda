package io.touchstone.deidentification.cleaning;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces given strings wherever they stand, and remembers what it was shown. */
public final class LiteralTools implements CleaningTools {

  private final Map<String, String> strings = new LinkedHashMap<>();
  private final List<String> shown = new ArrayList<>();
  private final List<String> asides = new ArrayList<>();
  private Optional<Charset> encoding = Optional.empty();
  private boolean keepsAlternatives;
  private Function<byte[], Cleaning> nested =
      object -> new Cleaning.Quarantined(Quarantine.UNKNOWN_TYPE, "No cleaner was given.");

  /** Replaces a string by a tag. */
  public LiteralTools replacing(String string, String by) {
    strings.put(string, by);
    return this;
  }

  /** What embedded objects become. */
  public LiteralTools nesting(Function<byte[], Cleaning> cleaning) {
    nested = cleaning;
    return this;
  }

  /** Alternative texts and titles stay, redacted. */
  public LiteralTools keepingAlternatives() {
    keepsAlternatives = true;
    return this;
  }

  /** What texts are written in that do not say it. */
  public LiteralTools reading(Charset charset) {
    encoding = Optional.of(charset);
    return this;
  }

  @Override
  public Optional<Charset> encoding() {
    return encoding;
  }

  /** Pieces of shown text, redacted, in order. */
  public List<String> shown() {
    return shown;
  }

  /** Other pieces of text, redacted, in order. */
  public List<String> asides() {
    return asides;
  }

  @Override
  public Redacted shown(String text) {
    Redacted redacted = redacted(text);
    shown.add(redacted.text());
    return redacted;
  }

  @Override
  public Redacted aside(String text) {
    Redacted redacted = redacted(text);
    asides.add(redacted.text());
    return redacted;
  }

  @Override
  public Optional<String> alternative(String text) {
    return keepsAlternatives ? Optional.of(aside(text).text()) : Optional.empty();
  }

  @Override
  public Cleaning nested(byte[] object) {
    return nested.apply(object);
  }

  private Redacted redacted(String text) {
    if (strings.isEmpty()) {
      return new Redacted(text, List.of());
    }
    Matcher found =
        Pattern.compile(String.join("|", strings.keySet().stream().map(Pattern::quote).toList()))
            .matcher(text);
    StringBuilder redacted = new StringBuilder();
    List<Redacted.Replacement> replacements = new ArrayList<>();
    while (found.find()) {
      String by = strings.get(found.group());
      replacements.add(new Redacted.Replacement(found.start(), found.end(), by));
      found.appendReplacement(redacted, Matcher.quoteReplacement(by));
    }
    return new Redacted(found.appendTail(redacted).toString(), replacements);
  }
}
