package io.touchstone.deidentification.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.touchstone.deidentification.recogniser.folding.Folding;
import io.touchstone.deidentification.recogniser.pattern.SiteExpression;
import io.touchstone.ingestion.policy.RecogniserFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Looking only where something can be finds the same as looking everywhere. */
class WindowsTest {

  private static final List<Recogniser> ALL = all();
  private static final SurveyPlan PLAN = SurveyPlan.of(ALL);

  private static List<Recogniser> all() {
    List<Recogniser> all =
        new ArrayList<>(
            List.of(
                new EmailRecogniser(),
                new IbanRecogniser(),
                new CardRecogniser(),
                new IpRecogniser(),
                new PhoneRecogniser()));
    all.addAll(RecogniserFolder.load(Path.of("no-such-folder")));
    all.add(site("[A-Z]-[0-9]{5}", 0.7));
    all.add(site("[0-9]{5}", 0.3));
    all.add(site("[^a-z ]{3,}", 0.6));
    all.add(site("\\pL+ \\d+|x{2,}y", 0.2));
    return all;
  }

  private static Recogniser site(String pattern, double score) {
    Form form = new Form(SiteExpression.of(pattern), score, Optional.empty());
    return new PatternRecogniser(
        "site " + pattern,
        new EntityType("STAFF"),
        "staff",
        List.of(form),
        Set.of("staff", "phone"),
        Set.of("room"));
  }

  /** What is found, or nearly, and what stands around it. */
  private static final String[] PIECES = {
    "SSN ",
    "219-09-9999",
    "219 09 9999",
    "phone ",
    "tel",
    "+44 20 7946 0018",
    "030 23125014",
    "((1",
    "+",
    "(",
    ")",
    "jane.doe@example.org",
    "jane @ example.org",
    "jane (at) example dot org",
    "a at b dot org",
    "'@",
    "\u00E9",
    "\uD835\uDD38",
    "IBAN ",
    "DE89 3704 0044 0532 0130 00",
    "GB82-WEST-1234-5698-7654-32",
    "4111 1111 1111 1111",
    "3782 822463 10005",
    "192.0.2.17",
    "version ",
    "2001:db8::8:800:200c:417a",
    "::1",
    ":",
    "ff:ee:dd:cc:bb:aa",
    "10:30:15",
    "born ",
    "12.03.1985",
    "March 12, 1985",
    "2024-01-15",
    "MRN ",
    "123456",
    "AB-1234567",
    "IdNr. ",
    "86 095 742 719",
    "85.07.30-033.28",
    "order ",
    "12345678",
    "RSSMRA85T10A562S",
    "12345678Z",
    "X-1234567-L",
    "T220001293",
    "plate ",
    "AB12 CDE",
    "M-AB 123",
    "93-year-old",
    "aged 94",
    "https://user:secret@git.example.org",
    "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.c2ln",
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    "48.85837, 2.294481",
    "1HGCM82633A004352",
    "staff ",
    "P-12345",
    "room ",
    "postcode ",
    "SW1A 1AA",
    "PLZ ",
    "10115",
    "BIC ",
    "DEUTDEFF500",
    "account number ",
    "1",
    "7",
    "0",
    ".",
    ",",
    "-",
    "/",
    " ",
    " ",
    "  ",
    "\n",
    "]",
    "a",
    "Xx",
    "xx",
    "the parcel came ",
    "<",
    "_",
    "\u0665",
    "\u00DF"
  };

  @Test
  void in_the_examples_of_all_kinds_one_after_the_other() throws IOException {
    TreeMap<String, Integer> found = new TreeMap<>();
    List<String> examples = examples();
    Random random = new Random(19);
    for (int i = 0; i < 12; i++) {
      Collections.shuffle(examples, random);
      compare(Folding.of(String.join(i % 2 == 0 ? " " : ". ", examples)), found);
    }
    assertThat(found.keySet())
        .containsAll(
            RecogniserFolder.load(Path.of("no-such-folder")).stream()
                .map(Recogniser::name)
                .toList());
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:recognisers/**/*.yaml")) {
      JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(file.getInputStream());
      tree.path("examples")
          .forEach(
              list -> list.forEach(text -> examples.add(text.asText().replaceAll("[{}]", ""))));
    }
    return examples;
  }

  @Test
  void in_texts_of_identifiers_and_their_pieces() {
    Random random = new Random(20);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(30);
      for (int j = 0; j < length; j++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextInt(3) == 0 ? " " : "");
      }
      compare(Folding.of(text.toString()), new TreeMap<>());
    }
  }

  @Test
  void in_texts_of_arbitrary_characters() {
    Random random = new Random(21);
    String signs =
        "0123456789012345678901234567890123456789 .-/:+()@<_ABCDEXYZabcdefpst\u00E4\u20AC";
    for (int i = 0; i < 500; i++) {
      String text =
          random
              .ints(1 + random.nextInt(120), 0, signs.length())
              .mapToObj(place -> signs.substring(place, place + 1))
              .collect(Collectors.joining());
      compare(text, new TreeMap<>());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@a.",
        "+1 ",
        "(((1",
        "1:",
        "::",
        "1-",
        "4111 ",
        "phone 1234567 ",
        "ssn 219099999 "
      })
  void in_texts_of_one_piece_again_and_again(String piece) {
    compare(piece.repeat(700), new TreeMap<>());
  }

  private static void compare(String text, TreeMap<String, Integer> found) {
    Survey survey = Survey.of(text, PLAN);
    for (Recogniser recogniser : ALL) {
      List<List<Object>> everywhere = sure(WholeTextScan.find(recogniser, text, survey));
      assertThat(sure(recogniser.find(survey)))
          .as("%s in: %s", recogniser.name(), text)
          .isEqualTo(everywhere);
      if (!everywhere.isEmpty()) {
        found.merge(recogniser.name(), 1, Integer::sum);
      }
    }
  }

  private static List<List<Object>> sure(List<Match> matches) {
    return matches.stream()
        .filter(match -> match.score() >= Recogniser.THRESHOLD)
        .map(match -> List.<Object>of(match.start(), match.end(), match.score()))
        .toList();
  }
}
