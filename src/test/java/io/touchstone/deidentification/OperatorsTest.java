package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Column;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.DeidentificationRules.Listed;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.check.Validator;
import io.touchstone.ingestion.policy.RecogniserFolder;
import io.touchstone.ingestion.row.CsvRowParser;
import io.touchstone.ingestion.row.JsonRowParser;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.platform.crypto.AesGcm;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.RowNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the place of personal data. */
class OperatorsTest {

  private static final String TEXT =
      "Anna Kowalski (\uD83D\uDE00 anna@example.org, phone +44 20 7946 0018, born 12.03.1985) paid"
          + " by 4111 1111 1111 1111; zip 90210. Anna's SSN 219-09-9999 and ANNA KOWALSKI again.";

  private static Hmac key(String name) {
    return Hmac.of(name.getBytes(StandardCharsets.UTF_8));
  }

  private static DeidentificationRules rules(Operator otherwise, Scope scope) {
    return new DeidentificationRules(
        Map.of(), otherwise, scope, List.of(), List.of(), Map.of(), Faces.FILL);
  }

  private static Operators operators(Operator otherwise, Scope scope, String project) {
    return new Operators(rules(otherwise, scope), key(project), key("corpus"));
  }

  private static Redactor redactor(Operators operators, AllowList allowed) {
    List<Recogniser> all =
        new ArrayList<>(
            List.of(
                new EmailRecogniser(),
                new IbanRecogniser(),
                new CardRecogniser(),
                new PhoneRecogniser(),
                new NameRecogniser(List.of("Anna", "Kowalski"))));
    all.addAll(RecogniserFolder.load(Path.of("no-such-folder")));
    return new Redactor(all, Recogniser.THRESHOLD, operators, allowed);
  }

  private static String one(Operator operator, String type, String raw) {
    return operators(operator, Scope.PROJECT, "p")
        .begin(Optional.empty(), raw)
        .of(new EntityType(type), raw);
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void offsets_and_the_rest_of_the_text_are_right_under_each_operator(Operator operator) {
    Redaction redaction =
        redactor(operators(operator, Scope.ITEM, "p"), AllowList.NONE).redact(TEXT);
    int[] raw = TEXT.codePoints().toArray();
    int[] redacted = redaction.text().codePoints().toArray();
    // Every code point outside the findings stands where the map says, and nothing is left over.
    int outside = 0;
    for (int i = 0; i < raw.length; i++) {
      int place = i;
      if (!redaction.offsets().masks(i, i + 1)) {
        int moved = redaction.offsets().toRedacted(i).orElseThrow();
        assertThat(redacted[moved]).as("place %d", place).isEqualTo(raw[i]);
        assertThat(redaction.offsets().toRaw(moved)).hasValue(i);
        outside++;
      }
    }
    int replaced =
        redaction.offsets().masks().stream()
            .mapToInt(m -> m.redactedEnd() - m.redactedStart())
            .sum();
    assertThat(outside + replaced).isEqualTo(redacted.length);
    assertThat(redaction.findings()).hasSize(operator == Operator.KEEP ? 0 : 9);
  }

  @Test
  void tags_with_numbers_tell_people_apart_within_an_item() {
    Redactor redactor = redactor(operators(Operator.NUMBERED_TAG, Scope.ITEM, "p"), AllowList.NONE);
    assertThat(redactor.redact("Anna called Kowalski. ANNA called back.").text())
        .isEqualTo("[NAME-1] called [NAME-2]. [NAME-1] called back.");
    String once = redactor.redact(TEXT).text();
    assertThat(redactor.redact(once).text()).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    "CARD, 4111 1111 1111 1111, luhn, '0\\d{3} \\d{4} \\d{4} \\d{4}'",
    "US_SSN, 219-09-9999, , '666-\\d{2}-\\d{4}'",
    "UK_NHS, 943 476 5919, uk-nhs, '999 \\d{3} \\d{4}'",
    "CA_SIN, 046-454-286, luhn, '0\\d{2}-\\d{3}-\\d{3}'",
    "IN_AADHAAR, 9999 4105 7058, verhoeff, '1\\d{3} \\d{4} \\d{4}'",
    "IMEI, 49-015420-323751-8, luhn, '00-\\d{6}-\\d{6}-\\d'",
    "UK_NINO, AB 12 34 56 C, , 'QQ \\d\\d \\d\\d \\d\\d [ABCD]'",
    "MAC_ADDRESS, a1:b2:c3:d4:e5:f6, , '00:00:5[Ee]:00:53:[0-9A-Fa-f]{2}'",
    "IP, 10.2.3.4, , '(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}'",
    "IP, fe80::1, , '2001:db8::[0-9a-f]+:[0-9a-f]+'",
    "EMAIL, jane@corp.example, , '[a-z]+\\.[a-z]+\\d{1,2}@example\\.(com|net|org)'",
    "PHONE, (415) 867-5309, , '\\(415\\) 555-01\\d\\d'",
    "PHONE, +44 20 7123 4567, , '\\+44 20 7946 0\\d{3}'",
    "PHONE, 867-5309, , '555-01\\d\\d'"
  })
  void surrogates_keep_the_form_and_lie_in_ranges_nobody_is_given(
      String type, String raw, String check, String form) {
    String surrogate = one(Operator.SURROGATE, type, raw);
    assertThat(surrogate).matches(form).isNotEqualTo(raw);
    if (check != null) {
      assertThat(Validator.of(check).orElseThrow().accepts(surrogate)).isTrue();
    }
    assertThat(one(Operator.SURROGATE, type, raw)).isEqualTo(surrogate);
  }

  @Test
  void surrogates_of_accounts_pass_the_check_digits_of_their_country() {
    for (String iban :
        List.of("DE89 3704 0044 0532 0130 00", "GB82 WEST 1234 5698 7654 32", "NO9386011117947")) {
      String surrogate = one(Operator.SURROGATE, "IBAN", iban);
      assertThat(surrogate).hasSameSizeAs(iban).startsWith(iban.substring(0, 2)).isNotEqualTo(iban);
      assertThat(new IbanRecogniser().find(surrogate)).as(surrogate).hasSize(1);
    }
  }

  @Test
  void surrogates_of_names_keep_words_capitals_and_what_the_first_name_tells() {
    assertThat(one(Operator.SURROGATE, "NAME", "ANNELIESE KOWALSKI")).matches("\\p{Lu}+ \\p{Lu}+");
    assertThat(one(Operator.SURROGATE, "NAME", "Jürgen von Vogt")).matches("\\p{L}+ von \\p{L}+");
    for (String name : List.of("Anna", "Anna M. Kowalski", "J. Weber", "O'Hara")) {
      assertThat(one(Operator.SURROGATE, "NAME", name)).isNotEqualTo(name);
    }
  }

  @Test
  void equal_values_get_equal_surrogates_within_the_scope_and_others_beyond_it() {
    EntityType email = EntityType.EMAIL;
    Operators subject = operators(Operator.SURROGATE, Scope.SUBJECT, "p");
    String ofAda = subject.begin(Optional.of("ada"), "x").of(email, "a@corp.example");
    assertThat(subject.begin(Optional.of("ada"), "y").of(email, "A@corp.example")).isEqualTo(ofAda);
    assertThat(subject.begin(Optional.of("bob"), "x").of(email, "a@corp.example"))
        .isNotEqualTo(ofAda);
    String inCorpus =
        operators(Operator.SURROGATE, Scope.CORPUS, "p")
            .begin(Optional.empty(), "x")
            .of(email, "a@corp.example");
    assertThat(
            operators(Operator.SURROGATE, Scope.CORPUS, "q")
                .begin(Optional.empty(), "z")
                .of(email, "a@corp.example"))
        .isEqualTo(inCorpus);
    assertThat(
            operators(Operator.HASH, Scope.PROJECT, "p")
                .begin(Optional.empty(), "x")
                .of(email, "a@corp.example"))
        .isNotEqualTo(
            operators(Operator.HASH, Scope.PROJECT, "q")
                .begin(Optional.empty(), "x")
                .of(email, "a@corp.example"));
  }

  @Test
  void shifted_dates_keep_intervals_weekdays_and_form() {
    var item = operators(Operator.DATE_SHIFT, Scope.SUBJECT, "p").begin(Optional.of("ada"), "text");
    EntityType date = new EntityType("DATE_OF_BIRTH");
    DateTimeFormatter dotted = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    LocalDate one = LocalDate.parse(item.of(date, "12.03.1985"), dotted);
    LocalDate other = LocalDate.parse(item.of(date, "1985-05-01"));
    assertThat(ChronoUnit.DAYS.between(one, other)).isEqualTo(50);
    assertThat(one.getDayOfWeek()).isEqualTo(LocalDate.of(1985, 3, 12).getDayOfWeek());
    assertThat(one).isNotEqualTo(LocalDate.of(1985, 3, 12));
    assertThat(item.of(date, "12 March 1985")).matches("\\d{1,2} [A-Z][a-z]+ 198\\d");
    assertThat(item.of(date, "March 12, 1985")).matches("[A-Z][a-z]+ \\d{1,2}, 198\\d");
    assertThat(item.of(date, "some day")).isEqualTo("[DATE_OF_BIRTH]");
  }

  /** 45 CFR 164.514(b)(2)(i)(B) and (C); 036 is one of the 17 areas with few people. */
  @ParameterizedTest
  @CsvSource({
    "POSTAL_CODE, 90210, 902",
    "POSTAL_CODE, 03601, 000",
    "POSTAL_CODE, 90210-1234, 902",
    "POSTAL_CODE, SW1A, [POSTAL_CODE]",
    "AGE_OVER_89, 93-year-old, 90+-year-old",
    "AGE, aged 89, aged 80-89",
    "DATE_OF_BIRTH, 12.03.1985, 1985",
    "EMAIL, a@example.org, [EMAIL]"
  })
  void coarser_values(String type, String raw, String coarser) {
    assertThat(one(Operator.GENERALISE, type, raw)).isEqualTo(coarser);
  }

  @Test
  void ciphertext_opens_under_the_projects_key_alone() throws AesGcm.Tampered {
    String written = one(Operator.ENCRYPT, "EMAIL", "jane@corp.example");
    assertThat(written).matches("\\[EMAIL~[a-p]+\\]");
    assertThat(operators(Operator.ENCRYPT, Scope.ITEM, "p").decrypted(written))
        .isEqualTo("jane@corp.example");
    assertThatThrownBy(() -> operators(Operator.ENCRYPT, Scope.ITEM, "q").decrypted(written))
        .isInstanceOf(AesGcm.Tampered.class);
  }

  @Test
  void masks_keep_length_and_signs() {
    assertThat(one(Operator.MASK, "PHONE", "+44 20-7946")).isEqualTo("+** **-****");
  }

  @Test
  void what_is_allowed_stays_unless_it_is_part_of_more() {
    AllowList allowed = AllowList.of(List.of(new Listed("Kowalski", "OTHER", true)));
    Redactor redactor = redactor(Operators.tags(), allowed);
    assertThat(redactor.redact("Kowalski, KOWALSKI, Anna Kowalski").text())
        .isEqualTo("Kowalski, [NAME], [NAME]");
  }

  @Test
  void fields_of_a_row_stand_below_the_text_each_by_its_rule() {
    Map<String, Column> rules =
        Map.of(
            "ward", new Column(Column.Use.KEEP, Operator.KEEP, "OTHER"),
            "patient", new Column(Column.Use.SUBJECT, Operator.KEEP, "OTHER"),
            "bed", new Column(Column.Use.DROP, Operator.KEEP, "OTHER"),
            "doctor", new Column(Column.Use.OPERATOR, Operator.TAG, "NAME"),
            "remark", new Column(Column.Use.TEXT, Operator.KEEP, "OTHER"));
    String row =
        "{\"text\": \"Anna is well.\", \"ward\": \"Anna 4\", \"patient\": \"p-1\", \"bed\": 7,"
            + " \"doctor\": \"Dr Who\", \"remark\": \"ask a@example.org\"}";
    var read = (RowOutcome.Read) new JsonRowParser(form(rules)).parse(1, row);
    Redaction redaction =
        redactor(Operators.tags(), AllowList.NONE).redact(read.fields().below(read.text()));
    assertThat(redaction.text())
        .isEqualTo("[NAME] is well.\ndoctor: [NAME]\nremark: ask [EMAIL]\nward: Anna 4");
    assertThat(read.fields().subject()).hasValue("p-1");
    var header = CsvRowParser.ofHeader(1, "text,doctor,ward", form(rules));
    var csv = (RowOutcome.Read) header.parser().orElseThrow().parse(2, "Anna is well.,Dr Who,4");
    assertThat(
            redactor(Operators.tags(), AllowList.NONE)
                .redact(csv.fields().below(csv.text()))
                .text())
        .isEqualTo("[NAME] is well.\ndoctor: [NAME]\nward: 4");
  }

  private static RowForm form(Map<String, Column> rules) {
    return new RowForm(RowNames.PLAIN, rules, Optional.empty());
  }
}
