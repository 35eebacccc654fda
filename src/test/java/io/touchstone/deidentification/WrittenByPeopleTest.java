package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.ThreadTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels, brackets and words as people put them around an identifier. */
class WrittenByPeopleTest {

  private final Redactor redactor = RecallTable.standard(false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Het B.S.N. 111222333 staat vast|Het B.S.N. [NL_BSN] staat vast",
        "lek. prosi o P.E.S.E.L. 44051401359|lek. prosi o P.E.S.E.L. [PL_PESEL]",
        "her s.i.n. is 130 692 544|her s.i.n. is [CA_SIN]",
        "C.N.P.J. nº 11222333000181|C.N.P.J. nº [BR_CNPJ]",
        "M.R.N. E1234567, complete|M.R.N. [MEDICAL_RECORD], complete"
      })
  void given_an_acronym_with_dots_when_a_number_follows_then_it_is_masked(
      String text, String masked) {
    assertThat(redactor.redact(text).text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cpf nº11144477735 da loja|cpf nº[BR_CPF] da loja",
        "DNI n.º12345678Z|DNI n.º[ES_NIF]",
        "IMEI 2:490154203237518|IMEI 2:[IMEI]",
        "au tél.06 39 98 12 34|au tél.[PHONE]",
        "BSN111222333|BSN[NL_BSN]",
        "MR#12345678 was seen|MR#[MEDICAL_RECORD] was seen",
        "from:2001:db8::17|from:[IP]"
      })
  void given_a_label_without_a_blank_when_a_number_follows_then_it_is_masked(
      String text, String masked) {
    assertThat(redactor.redact(text).text()).isEqualTo(masked);
  }

  @Test
  void given_function_words_between_when_the_word_is_within_reach_then_the_number_is_masked() {
    assertThat(redactor.redact("The BSN that is on the card for us is 111222333.").text())
        .isEqualTo("The BSN that is on the card for us is [NL_BSN].");
    assertThat(redactor.redact("BSN forms cost money, nobody ever paid bill 111222333.").text())
        .contains("111222333");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192[.]0[.]2[.]17",
        "198(.)51(.)100(.)7",
        "2001[:]db8[:]0[:]0[:]8[:]800[:]200c[:]417a",
        "2001: db8: 0: 0: 8: 800: 200c: 417a"
      })
  void given_an_address_with_its_dividers_disarmed_when_redacted_then_nothing_of_it_is_left(
      String address) {
    assertThat(redactor.redact("blocked " + address + " at noon").text())
        .isEqualTo("blocked [IP] at noon");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to jo.doe at example.org soon|write to [EMAIL] soon",
        "mail jo_doe7 @example.org|mail [EMAIL]",
        "mail jo7 @ post-haus. co. uk please|mail [EMAIL] please",
        "we met at example.org|we met at example.org",
        "Mail to jane@example.org. to be sure|Mail to [EMAIL]. to be sure"
      })
  void given_an_address_of_mail_when_its_sign_is_spelt_or_spaced_then_it_is_masked(
      String text, String masked) {
    assertThat(redactor.redact(text).text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Das Kennwort lautet Regen_77aB und gilt|Das Kennwort lautet [CREDENTIALS] und gilt",
        "le mot de passe est soleil#48 dès lundi|le mot de passe est [CREDENTIALS] dès lundi",
        "client_secret: 0f1e2d3c4b5a6978|client_secret: [CREDENTIALS]",
        "the password policy of 2024 holds|the password policy of 2024 holds",
        "a new token costs 12345 cents|a new token costs 12345 cents"
      })
  void given_a_word_for_a_secret_when_one_with_figures_and_letters_follows_then_it_is_masked(
      String text, String masked) {
    assertThat(redactor.redact(text).text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tabelle 4. Fälle\nNord 722 844 6288\nSüd 835 989 8390",
        "North 722 844 6288\nSouth 106 905 1719\nEast 978 870 9546",
        "Weights:\n194\n556\n564\n227\n161\n496\nThat is all."
      })
  void given_rows_and_columns_of_figures_when_redacted_then_they_stay(String text) {
    assertThat(redactor.redact(text).text()).isEqualTo(text);
  }

  @Test
  void given_a_list_of_telephone_numbers_when_redacted_then_each_is_masked() {
    assertThat(redactor.redact("Anna 722 844 6288\nBob 835 989 8390").text())
        .isEqualTo("Anna [PHONE]\nBob [PHONE]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\n", "a.b.", "[.]", "1[.]", "n.o.", "token a1b2c3 ", "Table 1 2 3\n"})
  void given_a_piece_again_and_again_when_redacted_then_the_time_is_linear(String piece) {
    String text = piece.repeat(100_000 / piece.length());

    assertThat(ThreadTime.of(() -> redactor.redact(text))).isLessThan(Duration.ofSeconds(5));
  }
}
