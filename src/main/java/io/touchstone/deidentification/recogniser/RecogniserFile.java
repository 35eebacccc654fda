package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.check.Validator;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.pattern.Expression;
import io.touchstone.deidentification.recogniser.pattern.ShippedExpression;
import io.touchstone.deidentification.recogniser.pattern.SiteExpression;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.files.YamlDescription;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a recogniser's file, tries it on its own examples, and says in which file, line and key a
 * mistake is.
 */
public final class RecogniserFile {

  /** More are beyond the words that are looked at. */
  private static final int MOST_BETWEEN = 4;

  private final String file;
  private final YamlDescription yaml;
  private final Function<String, Expression> compiler;

  private RecogniserFile(String file, String text, Function<String, Expression> compiler) {
    this.file = file;
    this.yaml = new YamlDescription("A recogniser's file", file, text);
    this.compiler = compiler;
  }

  /** The keys as they may stand in the file; what is absent is null here and nowhere else. */
  private record Raw(
      String type,
      String explanation,
      String source,
      List<RawForm> patterns,
      List<String> context,
      List<String> against,
      RawExamples examples) {}

  private record RawForm(String pattern, Double score, String validator, Integer between) {}

  private record RawExamples(List<String> found, List<String> ignored) {}

  /** A file of the product. */
  public static PatternRecogniser shipped(String file, String text) {
    return new RecogniserFile(file, text, ShippedExpression::new).parse();
  }

  /**
   * A file of the installation.
   *
   * @param file its name, for sentences and, without its ending, for findings
   * @throws StartRefused that names file, line and key of every mistake found
   */
  public static PatternRecogniser ofSite(String file, String text) {
    return new RecogniserFile(file, text, SiteExpression::of).parse();
  }

  private PatternRecogniser parse() {
    Raw raw = yaml.read(Raw.class);
    String type = yaml.required("type", raw.type());
    yaml.check(
        "type",
        type.isEmpty() || EntityType.isId(type),
        "must be capitals, digits and single underscores, 40 characters at most");
    String explanation = yaml.required("explanation", raw.explanation());
    List<Form> forms =
        Stream.ofNullable(raw.patterns()).flatMap(List::stream).map(this::form).toList();
    yaml.check(
        "patterns", !forms.isEmpty(), "is missing; give at least one pattern with its score");
    Set<String> context = words(raw.context());
    Set<String> against = words(raw.against());
    yaml.refuseIfFaulty();
    String name = file.replaceAll("^.*/", "").replaceAll("\\.yaml$", "");
    PatternRecogniser recogniser =
        new PatternRecogniser(name, new EntityType(type), explanation, forms, context, against);
    tryOut(recogniser, raw.examples());
    yaml.refuseIfFaulty();
    return recogniser;
  }

  private Form form(RawForm raw) {
    String pattern = yaml.required("pattern", raw.pattern());
    Expression expression = new ShippedExpression("(?!)");
    try {
      expression = compiler.apply(pattern);
    } catch (IllegalArgumentException e) {
      yaml.check("pattern", false, "cannot be used: " + e.getMessage().replaceAll("\\s+", " "));
    }
    double score = raw.score() == null ? -1 : raw.score();
    yaml.check("score", score > 0 && score <= 1, "must be above 0 and at most 1 for every pattern");
    Optional<Validator> validator = Optional.ofNullable(raw.validator()).flatMap(Validator::of);
    yaml.check(
        "validator",
        raw.validator() == null || validator.isPresent(),
        "is not known; leave it out or choose of " + Validator.ids());
    yaml.check(
        "between",
        raw.between() == null || raw.between() >= 0 && raw.between() <= MOST_BETWEEN,
        "must be a number of words from 0 to " + MOST_BETWEEN);
    OptionalInt between =
        raw.between() == null ? OptionalInt.empty() : OptionalInt.of(raw.between());
    return new Form(expression, score, validator, between);
  }

  private static Set<String> words(List<String> raw) {
    return Stream.ofNullable(raw)
        .flatMap(List::stream)
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void tryOut(PatternRecogniser recogniser, RawExamples examples) {
    List<String> found =
        examples == null || examples.found() == null ? List.of() : examples.found();
    yaml.check(
        "examples",
        !found.isEmpty(),
        "must hold \"found\": at least one invented text with what is to be found in {braces}");
    for (String example : found) {
      int open = example.indexOf('{');
      int close = example.lastIndexOf('}') - 1;
      boolean marked = open >= 0 && close > open;
      yaml.check("found", marked, "has a text without {braces} around what is to be found");
      if (marked) {
        String plain =
            example.substring(0, open)
                + example.substring(open + 1, close + 1)
                + example.substring(close + 2);
        yaml.check(
            "found",
            sure(recogniser, plain).anyMatch(m -> m.start() == open && m.end() == close),
            "has a text in which exactly what stands in {braces} is not found: " + example);
      }
    }
    Stream.ofNullable(examples)
        .flatMap(each -> Stream.ofNullable(each.ignored()))
        .flatMap(List::stream)
        .forEach(
            example ->
                yaml.check(
                    "ignored",
                    sure(recogniser, example).findAny().isEmpty(),
                    "has a text in which something is found: " + example));
  }

  private static Stream<Match> sure(PatternRecogniser recogniser, String example) {
    return recogniser.find(Folding.of(example)).stream()
        .filter(match -> match.score() >= Recogniser.THRESHOLD);
  }
}
