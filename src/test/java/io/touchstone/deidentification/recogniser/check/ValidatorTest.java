package io.touchstone.deidentification.recogniser.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that the issuing bodies or the literature print as examples, and one digit changed. */
class ValidatorTest {

  private static Validator validator(String id) {
    return Validator.of(id).orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {1}, not {2} ({3})")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          luhn               | 79927398713       | 79927398710       | the textbook example of the Luhn algorithm
          luhn               | 490154203237518   | 490154203237517   | IMEI, 3GPP TS 23.003
          luhn               | 046 454 286       | 046 454 287       | SIN, printed as fictitious
          mod-11-10          | 07945             | 07946             | ISO/IEC 7064, example of MOD 11,10
          verhoeff           | 2363              | 2364              | Verhoeff 1969, 236 with check digit 3
          verhoeff           | 9999 4105 7058    | 9999 4105 7059    | UIDAI, test number
          us-ssn             | 078-05-1120       | 000-05-1120       | SSA, the voided Woolworth number
          us-itin            | 912-70-1234       | 912-69-1234       | IRM 3.21.263, group 70 but not 69
          us-npi             | 1234567893        | 1234567894        | CMS, check digit calculation
          us-routing         | 111000025         | 111000026         | ABA, a bank's number
          us-routing         | 011000015         | 011000016         | Federal Reserve Bank of Boston
          uk-nhs             | 943 476 5919      | 943 476 5918      | NHS Data Dictionary
          uk-nhs             | 401 023 2137      | 401 023 2138      | NHS, example of the check digit
          uk-nino            | AB123456C         | GB123456C         | HMRC NIM39110, GB is not issued
          de-tax-id          | 86095742719       | 86095742718       | BZSt, test number
          de-tax-id          | 47036892816       | 47036892817       | ELSTER, test number
          de-tax-id          | 65929970489       | 65929970480       | ELSTER, test number
          de-social-security | 15 070649 C 103   | 15 070649 C 104   | Deutsche Rentenversicherung, example
          de-id-card         | T220001293        | T220001294        | specimen card 2010
          de-id-card         | L01X00T471        | L01X00T472        | specimen card 2021
          es-nif             | 12345678Z         | 12345678A         | Ministerio del Interior
          es-nif             | X1234567L         | X1234568L         | Ministerio del Interior, foreigner
          fr-nir             | 255081416802538   | 255081416802539   | INSEE, example
          it-fiscal-code     | RSSMRA85T10A562S  | RSSMRA85T10A562T  | Agenzia delle Entrate, example
          nl-bsn             | 111222333         | 111222334         | RvIG, test number
          nl-bsn             | 123456782         | 123456783         | example of the elfproef
          be-national        | 85.07.30-033 28   | 85.07.30-033 29   | IBZ, example
          se-personal        | 811218-9876       | 811218-9875       | Skatteverket, example
          pl-pesel           | 44051401359       | 44051401358       | published example
          ch-ahv             | 756.9217.0769.85  | 756.9217.0769.84  | ZAS, example
          au-tfn             | 123 456 782       | 123 456 783       | ATO, test number
          br-cpf             | 111.444.777-35    | 111.444.777-36    | example of the calculation
          br-cnpj            | 11.222.333/0001-81 | 11.222.333/0001-82 | example of the calculation
          vin                | 1M8GDM9AXKP042788 | 1M8GDM9A5KP042788 | example of the check digit
          vin                | 11111111111111111 | 11111111211111111 | 49 CFR 565, the test of straight ones
          bic                | DEUTDEFF          | DEUTXXFF          | ISO 9362, XX is no country
          calendar-date      | 29/02/2024        | 29/02/2023        | leap year
          calendar-date      | 1985-12-31        | 1985-13-31        | no thirteenth month
          mrz                | L898902C36UTO7408122F1204159ZE184226B<<<<<10 | L898902C36UTO7408123F1204159ZE184226B<<<<<10 | ICAO 9303-4, appendix
          mrz                | I<UTOD231458907<<<<<<<<<<<<<<< | I<UTOD231458908<<<<<<<<<<<<<<< | ICAO 9303-5, appendix
          mrz                | D231458907UTO7408122F1204159<<<<<<<6 | D231458907UTO7408122F1204158<<<<<<<6 | ICAO 9303-6, appendix
          bitcoin            | 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 | 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3 | Bitcoin Wiki
          bitcoin            | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5 | BIP 173
          """)
  void a_published_number_passes_and_one_character_changed_does_not(
      String id, String valid, String changed, String source) {
    assertThat(validator(id).accepts(valid)).isTrue();
    assertThat(validator(id).accepts(changed)).isFalse();
  }

  @Test
  void the_insurance_number_of_corsica_is_calculated_with_19_for_2A() {
    // INSEE: 2A counts as 19.
    long check = 97 - 1_850_519_001_001L % 97;
    assertThat(Validator.FR_NIR.accepts("185052A001001" + String.format("%02d", check))).isTrue();
  }

  @Test
  void every_validator_has_a_name_in_small_letters_and_hyphens() {
    assertThat(Validator.ids()).allMatch(id -> id.matches("[a-z0-9-]+"));
    assertThat(Validator.of("no-such")).isEmpty();
  }
}
