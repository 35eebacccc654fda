package io.touchstone.deidentification.recogniser.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchstone.deidentification.recogniser.Match;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.names.NameModel.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many persons are found in texts of another hand, and what else is. */
class PersonsInTextTest {

  private static final Path WIKIGOLD =
      Path.of(System.getProperty("test.data", "../shared/data"), "wikigold", "wikigold.conll.txt");

  private final ContextRecogniser recogniser = ContextRecogniser.ofPersons();

  @Test
  void persons_of_another_generator_are_found() {
    List<InventedText> texts = new ArrayList<>();
    OtherTexts other = new OtherTexts(5);
    for (int i = 0; i < 12; i++) {
      texts.addAll(other.round());
    }

    NameScore score = NameScore.of(texts, recogniser::find);

    System.out.println("persons of another generator: " + score);
    score.mistakes().stream().limit(60).forEach(System.out::println);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.90);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.60);
  }

  @Test
  void training_and_test_share_no_pattern() throws IOException {
    Set<String> training =
        new HashSet<>(Files.readAllLines(Path.of("src/training/names/patterns.txt")));
    try (var in = getClass().getResourceAsStream("/names/other-texts.txt")) {
      assertThat(new String(in.readAllBytes(), "UTF-8").lines().filter(training::contains))
          .isEmpty();
    }
  }

  /** Sentences of Wikipedia (Balasuriya et al. 2009), on which nothing here was trained. */
  @Test
  void persons_of_wikipedia_are_found() throws IOException {
    assumeTrue(
        Files.exists(WIKIGOLD),
        () ->
            "Skipped: there is no file "
                + WIKIGOLD
                + "; -Dtest.data=FOLDER names the folder above its own.");
    List<InventedText> texts = wikigold();
    NameSearch search = new NameSearch(Lexicon.get(), NameModel.get());

    for (double least : new double[] {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
      NameScore point =
          NameScore.of(
              texts,
              text ->
                  search.in(text, Outcome.PERSON, least).stream()
                      .map(f -> new Match(f.start(), f.end(), f.probability(), f.why()))
                      .toList());
      System.out.printf(Locale.ROOT, "wikigold persons from %.1f: %s%n", least, point);
    }
    NameScore score = NameScore.of(texts, recogniser::find);
    System.out.println("wikigold persons as masked: " + score);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.75);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.50);
  }

  private static List<InventedText> wikigold() throws IOException {
    List<InventedText> texts = new ArrayList<>();
    InventedText.Builder text = new InventedText.Builder();
    StringBuilder person = new StringBuilder();
    boolean first = true;
    List<String> lines = new ArrayList<>(Files.readAllLines(WIKIGOLD));
    lines.add("");
    for (String line : lines) {
      int blank = line.indexOf(' ');
      boolean isPerson = line.endsWith("-PER");
      if (!isPerson && person.length() > 0) {
        text.plain(first ? "" : " ").name(person.toString(), Outcome.PERSON);
        person.setLength(0);
        first = false;
      }
      if (blank < 0) {
        texts.add(text.build());
        text = new InventedText.Builder();
        first = true;
      } else if (isPerson) {
        person.append(person.length() > 0 ? " " : "").append(line, 0, blank);
      } else {
        text.plain(first || isSuffix(line) ? "" : " ").plain(line.substring(0, blank));
        first = false;
      }
    }
    return texts;
  }

  /** What stands without a blank before it in print. */
  private static boolean isSuffix(String line) {
    return line.matches("(?:[.,;:!?)%]|'s) .*");
  }

  // Kinds of text, one by one

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PATIENT ANNA KOWALSKI WAS SEEN BY DR MUELLER.        | ANNA KOWALSKI, MUELLER
          INVOICE FOR JOHN MILLER, PLEASE PAY                  | JOHN MILLER
          patient anna kowalski was seen by dr mueller         | anna kowalski, mueller
          my name is rajesh patel and i want a refund          | rajesh patel
          Mr Brown met Rose Hill and Mark Will in May.         | Brown, Rose Hill, Mark Will
          Dr. Paris spoke to the nurse in Paris.               | Paris
          Frau Grünwald kommt aus Köln. Son fils Rafael dort.  | Grünwald, Rafael
          Hello, je suis Élodie Lefèvre, danke und gracias     | Élodie Lefèvre
          患者王伟先生来自上海                                   | 王伟
          我叫李娜，请联系张医生                                 | 李娜, 张
          """)
  void names_are_found_in_bad_casing_and_mixed_languages(String text, String names) {
    assertThat(found(text)).containsExactlyInAnyOrder(names.split(", "));
  }

  private List<String> found(String text) {
    String folded = Folding.of(text);
    return recogniser.find(folded).stream()
        .map(match -> folded.substring(match.start(), match.end()))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Will it rain in May? It may, mark my words.",
        "The rose on the hill is brown.",
        "Grant access to the folder, then bill me.",
        "PLEASE CALL ME BACK ABOUT THE LATE DELIVERY",
        "The Terms and Conditions apply from Monday.",
        "Parkinson disease and Hodgkin lymphoma were ruled out.",
        "Start Metoprolol 50 mg, stop Ramipril.",
        "We drove from Berlin to Paris through Belgium.",
        "Sehr geehrte Damen und Herren, die Rechnung ist falsch."
      })
  void ordinary_words_and_eponyms_are_no_persons(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void a_finding_says_what_spoke_for_it_and_does_not_quote_it() {
    Match match = recogniser.find("We spoke to patient Anna Kowalski today.").get(0);

    assertThat(match.why())
        .startsWith("a person by its context")
        .contains("listed given name")
        .contains("after \"patient\"")
        .doesNotContainIgnoringCase("anna")
        .doesNotContainIgnoringCase("kowalski");
    assertThat(match.score()).isBetween(0.5, 1.0);
  }

  @Test
  void places_are_found_where_they_are_asked_for() {
    String text = "She moved from Manchester to a flat in Kennedy Street, Birmingham, England.";

    assertThat(
            ContextRecogniser.ofPlaces().find(text).stream()
                .map(m -> text.substring(m.start(), m.end()))
                .toList())
        .contains("Manchester", "Birmingham")
        .doesNotContain("England");
  }
}
