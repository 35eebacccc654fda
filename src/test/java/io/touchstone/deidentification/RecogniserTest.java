package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.IpRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each row: the rule it checks, a text, the text after that one recogniser. */
class RecogniserTest {

  @TestFactory
  Stream<DynamicTest> emails() {
    return table(
        new EmailRecogniser(),
        row("dot-atom (RFC 5322 3.2.3)", "to jane.doe@example.org, please", "to [EMAIL], please"),
        row("plus tag", "j+tag@example.co.uk", "[EMAIL]"),
        row("full stop after it is no part", "Write to a@example.org.", "Write to [EMAIL]."),
        row("angle brackets stay", "Jane <jane@example.org>", "Jane <[EMAIL]>"),
        row("mailto scheme stays", "mailto:jane@example.org", "mailto:[EMAIL]"),
        row("single quotes stay outside", "'jane@example.org'", "'[EMAIL]'"),
        row("apostrophe within", "o'hara@example.org", "[EMAIL]"),
        row(
            "letters of any script (RFC 6531)",
            "an jürgen@müller.example gehen",
            "an [EMAIL] gehen"),
        row("subdomains", "a@mail.eu.example.org", "[EMAIL]"),
        row("spelt out", "jane (at) example (dot) org", "[EMAIL]"),
        row("spelt out in brackets", "jane[at]example.org", "[EMAIL]"),
        row("full-width at sign", "jane\uFF20example.org", "[EMAIL]"),
        row("longer local part than allowed", "a".repeat(90) + "@example.org", "[EMAIL]"),
        row("two of them", "a@example.org;b@example.org", "[EMAIL];[EMAIL]"),
        row("mention without domain", "ask @jane today", "ask @jane today"),
        row("no dot in the domain", "user@localhost", "user@localhost"));
  }

  @TestFactory
  Stream<DynamicTest> ibans() {
    return table(
        new IbanRecogniser(),
        row("registry example, United Kingdom", "GB82 WEST 1234 5698 7654 32", "[IBAN]"),
        row("registry example, Germany", "an DE89 3704 0044 0532 0130 00 bitte", "an [IBAN] bitte"),
        row("registry example, without spaces", "DE89370400440532013000", "[IBAN]"),
        row("registry example, France", "FR14 2004 1010 0505 0001 3M02 606", "[IBAN]"),
        row("registry example, Norway, the shortest", "NO93 8601 1117 947", "[IBAN]"),
        row("registry example, Netherlands, lower case", "nl91abna0417164300", "[IBAN]"),
        row("next word is no part", "NO93 8601 1117 947 please", "[IBAN] please"),
        row("hyphens", "GB82-WEST-1234-5698-7654-32", "[IBAN]"),
        row("no-break spaces", "NO93\u00A08601\u00A01117\u00A0947", "[IBAN]"),
        row(
            "digits swapped, rest is not 1",
            "GB82 WEST 1234 5698 7654 23",
            "GB82 WEST 1234 5698 7654 23"),
        row("country that issues none", "US64SVBKUS6S3300958879", "US64SVBKUS6S3300958879"),
        row("too short for its country", "DE89 3704 0044", "DE89 3704 0044"),
        row("within a longer word", "XGB82WEST12345698765432", "XGB82WEST12345698765432"));
  }

  @TestFactory
  Stream<DynamicTest> cards() {
    return table(
        new CardRecogniser(),
        row("test number, Visa", "card 4111 1111 1111 1111 ok", "card [CARD] ok"),
        row("test number, Visa of 13 digits", "4222222222222", "[CARD]"),
        row("test number, Mastercard", "5555-5555-5555-4444", "[CARD]"),
        row("test number, Mastercard 2-series", "2223003122003222", "[CARD]"),
        row("test number, American Express", "3782 822463 10005", "[CARD]"),
        row("test number, Discover", "6011111111111117", "[CARD]"),
        row("test number, JCB", "3530111333300000", "[CARD]"),
        row("test number, Diners Club", "3056 9309 0259 04", "[CARD]"),
        row("expiry date after it is no part", "4111 1111 1111 1111 12/27", "[CARD] 12/27"),
        row("a figure before it is no part", "2 x 1 4111 1111 1111 1111", "2 x 1 [CARD]"),
        row("Luhn digit wrong", "4111 1111 1111 1112", "4111 1111 1111 1112"),
        row("no issuer has the prefix", "1234 5678 9012 3452", "1234 5678 9012 3452"),
        row("length the issuer does not use", "411111111111116", "411111111111116"),
        row("a part of a longer number", "99994111111111111111", "99994111111111111111"));
  }

  @TestFactory
  Stream<DynamicTest> internet_addresses() {
    return table(
        new IpRecogniser(),
        row("version 4 (RFC 5737 example)", "from 192.0.2.17, port", "from [IP], port"),
        row("port stays", "198.51.100.4:8080", "[IP]:8080"),
        row("full stop after it", "It is 203.0.113.9.", "It is [IP]."),
        row("octet above 255", "192.0.2.256", "192.0.2.256"),
        row("five parts", "1.2.3.4.5", "1.2.3.4.5"),
        row("leading v", "v1.2.3.4", "v1.2.3.4"),
        row("a version by its context", "firmware version 10.2.3.4", "firmware version 10.2.3.4"),
        row("version 6 in full (RFC 3849)", "2001:0db8:0000:0000:0000:ff00:0042:8329", "[IP]"),
        row("zeros left out (RFC 4291 2.2)", "at 2001:db8::8:800:200c:417a now", "at [IP] now"),
        row("loopback", "::1", "[IP]"),
        row("embedded version 4 (RFC 4291 2.2)", "::ffff:192.0.2.128", "[IP]"),
        row("time of day", "at 10:30:15", "at 10:30:15"),
        row("source code", "std::add a::b", "std::add a::b"),
        row("hardware address", "00:1b:44:11:3a:b7", "00:1b:44:11:3a:b7"));
  }

  @TestFactory
  Stream<DynamicTest> phones() {
    return table(
        new PhoneRecogniser(),
        row("E.164 (fiction range of Ofcom)", "ring +442079460018!", "ring [PHONE]!"),
        row("country code, grouped", "+44 20 7946 0018", "[PHONE]"),
        row("trunk zero in brackets", "+44 (0)20 7946 0018", "[PHONE]"),
        row("country code, hyphens", "+1-202-555-0143", "[PHONE]"),
        row("country code after 00", "0049 30 23125000", "[PHONE]"),
        row("North American plan", "(202) 555-0143", "[PHONE]"),
        row("bracket that closes after the text", "(+1-202-555-0143, Tom)", "([PHONE], Tom)"),
        row("North American plan with dots", "202.555.0143", "[PHONE]"),
        row("seven digits with a hyphen", "at 555-0143 today", "at [PHONE] today"),
        row("national, Germany (fiction range of the BNetzA)", "030 23125 014", "[PHONE]"),
        row("national, slash", "030/23125014", "[PHONE]"),
        row("national, mobile without dividers", "07700900123", "[PHONE]"),
        row("national, France", "01 99 00 12 34", "[PHONE]"),
        row("no zero, but a word for it", "phone: 5550143", "phone: [PHONE]"),
        row("a word for it, German", "Rufnummer 2312 5014", "Rufnummer [PHONE]"),
        row("a time after it is no part", "030 23125014 10:30", "[PHONE] 10:30"),
        row("a date before it is no part", "01.02.2024 030 23125014", "01.02.2024 [PHONE]"),
        row("figures after it are no part", "202-555-0143 2.5 hours", "[PHONE] 2.5 hours"),
        row("two in a row", "202-555-0143 202-555-0144", "[PHONE] [PHONE]"),
        row("digits of another script", "+\u0664\u0664 20 7946 0018", "[PHONE]"),
        row("too short", "phone 123456", "phone 123456"),
        row("bare digits", "1234567", "1234567"),
        row("order number", "order 0301234567 is late", "order 0301234567 is late"),
        row("order number with hyphens", "invoice 202-555-0143", "invoice 202-555-0143"),
        row("day, month, year", "on 01/02/2024 and 01.02.2024", "on 01/02/2024 and 01.02.2024"),
        row("year first", "2024-01-15 10:30:00", "2024-01-15 10:30:00"),
        row("date after a word for it", "call on 2024-01-15", "call on 2024-01-15"),
        row("card number", "4111 1111 1111 1111", "4111 1111 1111 1111"),
        row("account number", "DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00"),
        row("internet address", "192.168.100.200", "192.168.100.200"),
        row("decimal fraction", "0.123456789 and 1,234,567.89", "0.123456789 and 1,234,567.89"),
        row("part of a code", "SKU-A0301234567 X030123456789", "SKU-A0301234567 X030123456789"));
  }

  @TestFactory
  Stream<DynamicTest> names() {
    return table(
        new NameRecogniser(
            List.of(
                "Anna",
                "Kowalski",
                "Will",
                "José",
                "O'Hara",
                "van der Berg",
                "Rose",
                "田中",
                "Anne-Marie",
                "Grace Hopper")),
        row("whole word", "Hello Anna, hi", "Hello [NAME], hi"),
        row("not within a word", "Annabel Susanna", "Annabel Susanna"),
        row("first and last as one", "Anna Kowalski called", "[NAME] called"),
        row("initial between", "Anna M. Kowalski called", "[NAME] called"),
        row("two people", "Anna, José and I", "[NAME], [NAME] and I"),
        row("possessive", "Anna's and Kowalski\u2019s", "[NAME]'s and [NAME]\u2019s"),
        row("capitals", "ANNA KOWALSKI", "[NAME]"),
        row("lower case", "thanks anna", "thanks [NAME]"),
        row("lower case of a common word", "i will see the rose", "i will see the rose"),
        row("capital of a common word", "Ask Will or Rose", "Ask [NAME] or [NAME]"),
        row("diacritics left out", "Jose", "[NAME]"),
        row("diacritics decomposed", "Jose\u0301 here", "[NAME] here"),
        row("apostrophe within", "Ms O'Hara", "Ms [NAME]"),
        row("typographic apostrophe", "Ms O\u2019Hara", "Ms [NAME]"),
        row("several words", "Mr van der Berg", "Mr [NAME]"),
        row("several words, only part", "the Berg", "the Berg"),
        row("hyphen within", "Anne-Marie", "[NAME]"),
        row("full name in lower case", "grace hopper", "[NAME]"),
        row("script without spaces", "田中さん", "[NAME]さん"),
        row("part of an identifier", "anna_1 anna2", "anna_1 anna2"));
  }

  private record Example(String rule, String text, String redacted) {}

  private static Example row(String rule, String text, String redacted) {
    return new Example(rule, text, redacted);
  }

  private static Stream<DynamicTest> table(Recogniser recogniser, Example... rows) {
    Redactor redactor = new Redactor(List.of(recogniser), 0.5);
    return Stream.of(rows)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.rule(),
                    () ->
                        assertThat(redactor.redact(row.text()).text()).isEqualTo(row.redacted())));
  }
}
