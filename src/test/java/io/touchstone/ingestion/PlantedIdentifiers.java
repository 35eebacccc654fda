package io.touchstone.ingestion;

import io.touchstone.deidentification.recogniser.check.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Invented identifiers of every kind as people and authorities write them. */
final class PlantedIdentifiers {

  /**
   * One of a kind.
   *
   * @param lead what stands before it
   * @param written with its usual dividers
   */
  record Planted(String kind, String lead, String written) {}

  private record Kind(String name, String[] leads, Function<PlantedIdentifiers, String> maker) {}

  private final Random random;
  private final InventedNumbers numbers;

  PlantedIdentifiers(Random random) {
    this.random = random;
    this.numbers = new InventedNumbers(this, random);
  }

  private static final List<Kind> KINDS = new ArrayList<>();

  private static void kind(String name, String leads, Function<PlantedIdentifiers, String> maker) {
    KINDS.add(new Kind(name, leads.split("\\|"), maker));
  }

  static {
    kind(
        "us-ssn",
        "SSN |Social Security Number: |social security no. |SSN# |Soc. Sec. No. |número de seguro"
            + " social ",
        p -> p.checked("us-ssn", "999-99-9999", "999 99 9999", "999999999"));
    kind(
        "us-itin",
        "ITIN |Individual Taxpayer Identification Number: |taxpayer ID |TIN: ",
        p -> p.checked("us-itin", "999-99-9999", "999 99 9999"));
    kind(
        "us-npi",
        "NPI |NPI# |National Provider Identifier: |provider NPI no. ",
        p -> p.checked("us-npi", "9999999999", "9999 999 999", "999-999-9999"));
    kind(
        "us-routing",
        "routing number |ABA |RTN: |ABA routing no. |routing transit number ",
        p -> p.checked("us-routing", "999999999", "9999-9999-9", "999 999 999"));
    kind(
        "uk-nhs",
        "NHS number |NHS No: |NHS no. |the patient's NHS number is ",
        p -> p.checked("uk-nhs", "999 999 9999", "9999999999", "999-999-9999"));
    kind(
        "uk-nino",
        "NI number |National Insurance number: |NINO |Nat. Ins. No. ",
        p ->
            p.one("AB", "CE", "JK", "SX")
                + p.filled(p.one("999999C", " 99 99 99 C", " 999999 B", "-99-99-99-D")));
    kind(
        "uk-postcode",
        "postcode |post code: |address: 4 Mill Lane, |lives at 12 High Street, ",
        p -> p.one("SW1A 1AA", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "EC1A1BB", "W1A 0AX"));
    kind(
        "de-tax-id",
        "IdNr. |Steuer-ID |Steuer-Identifikationsnummer: |steuerliche Identifikationsnummer"
            + " |Steueridentnummer ",
        p -> p.checked("de-tax-id", "99 999 999 999", "99999999999", "99/999/999/999"));
    kind(
        "de-social-security",
        "Rentenversicherungsnummer |RV-Nummer |SV-Nr. |Sozialversicherungsnummer:"
            + " |Versicherungsnummer ",
        p ->
            p.checked(
                "de-social-security", "99 999999 A 999", "99999999A999", "99 99 99 99 A 99 9"));
    kind(
        "de-id-card",
        "Personalausweis |Ausweisnummer: |Reisepass Nr. |Personalausweis-Nr. |Passnummer ",
        p -> p.checked("de-id-card", "LC99C99F99", "T999999999", "CFFT99999 9"));
    kind(
        "es-nif",
        "DNI |NIF: |con NIE |DNI/NIF nº |documento de identidad ",
        p ->
            p.checked(
                "es-nif", "99999999A", "99.999.999-A", "99999999-A", "X-9999999-A", "Y9999999A"));
    kind(
        "fr-nir",
        "NIR |n° de sécurité sociale |numéro de sécu : |N° SS |numéro INSEE ",
        p ->
            p.checked(
                "fr-nir", "1 99 09 99 999 999 99", "299109999999999", "2 99 12 99 999 999 99"));
    kind(
        "it-fiscal-code",
        "codice fiscale |CF: |C.F. |cod. fisc. ",
        p ->
            p.one(
                "RSSMRA85T10A562S", "RSS MRA 85T10 A562S", "VRDGPP13R10B293P", "rssmra85t10a562s"));
    kind(
        "nl-bsn",
        "BSN |burgerservicenummer |BSN-nummer: |sofinummer ",
        p -> p.checked("nl-bsn", "999999999", "999.999.999", "9999.99.999"));
    kind(
        "be-national-number",
        "rijksregisternummer |INSZ |NISS |numéro de registre national |numéro national ",
        p -> p.checked("be-national", "99.09.19-999.99", "99091999999", "99.09.19-999-99"));
    kind(
        "se-personal-number",
        "personnummer |personnr |pnr: |samordningsnummer ",
        p ->
            p.checked("se-personal", "990919-9999", "!^990919-9999", "!^9909199999", "9909199999"));
    kind("pl-pesel", "PESEL |nr PESEL: |numer PESEL ", p -> p.checked("pl-pesel", "99091999999"));
    kind(
        "ch-ahv",
        "AHV |AHV-Nummer |AHV-Nr. |n° AVS |Sozialversicherungsnummer ",
        p -> p.checked("ch-ahv", "756.9999.9999.99", "7569999999999", "756 9999 9999 99"));
    kind(
        "au-tfn",
        "TFN |tax file number |Tax File No. |TFN: ",
        p -> p.checked("au-tfn", "999 999 999", "999999999"));
    kind(
        "ca-sin",
        "SIN |social insurance number |NAS |numéro d'assurance sociale ",
        p -> p.checked("luhn", "999 999 999", "999-999-999", "999999999"));
    kind(
        "in-aadhaar",
        "Aadhaar |Aadhaar No: |UID |aadhar card number ",
        p -> p.checked("verhoeff", "3999 9999 9999", "499999999999", "5999-9999-9999"));
    kind(
        "br-cpf",
        "CPF |CPF nº |inscrita no CPF ",
        p -> p.checked("br-cpf", "999.999.999-99", "99999999999", "999999999-99"));
    kind(
        "br-cnpj",
        "CNPJ |CNPJ nº |CNPJ: ",
        p -> p.checked("br-cnpj", "99.999.999/0001-99", "99999999000199"));
    kind(
        "imei",
        "IMEI |IMEI: |handset IMEI no. ",
        p ->
            p.checked(
                "luhn",
                "999999999999999",
                "99-999999-999999-9",
                "99 999999 999999 9",
                "999999/99/999999/9"));
    kind(
        "vin",
        "VIN |chassis no. |Fahrgestellnummer |vehicle identification number |FIN ",
        p ->
            p.one(
                "1M8GDM9AXKP042788",
                "WVWZZZ1JZ3W386752",
                "1HGCM82633A004352",
                "WDB1240501C123456",
                "WBA3A5C58CF256985"));
    kind(
        "medical-record",
        "MRN |MRN: |medical record number |patient ID |Fallnummer |hospital no. |Patientennummer"
            + " |chart no. ",
        p -> p.filled(p.one("99999999", "999999", "9999-9999", "A-999999", "999-99-99")));
    kind(
        "account-number",
        "account number |account no. |Kontonummer |acct # |a/c no. |numéro de compte"
            + " |rekeningnummer |número de cuenta ",
        p -> p.filled(p.one("99999999", "9999999999", "999 999 999", "9999-9999-99")));
    kind(
        "postal-code",
        "PLZ |ZIP |ZIP code: |postal code |code postal |Postleitzahl |código postal |CAP |CEP"
            + " |postcode ",
        p -> p.filled(p.one("19999", "29999-9999", "49999", "3999 AB", "K9A 9B9", "99999-999")));
    kind(
        "vehicle-plate",
        "number plate |licence plate |Kennzeichen |immatriculation |matrícula |reg. no. |kenteken"
            + " |targa |plate ",
        p ->
            p.filled(
                p.one(
                    "AB99 BCD",
                    "B-XY 9999",
                    "M-AB 999",
                    "AB-999-CD",
                    "9999 BCD",
                    "AB 999 CD",
                    "19-AB-99")));
    kind(
        "bic",
        "BIC |BIC: |SWIFT code |SWIFT/BIC ",
        p ->
            p.one("DEUTDEFF", "DEUTDEFF500", "BNPAFRPP", "NEDSZAJJXXX", "COBADEFFXXX", "HBUKGB4B"));
    kind(
        "mac-address",
        "MAC |device |from |hardware address ",
        p -> p.numbers.hex(p.one("FF:FF:FF:FF:FF:FF", "FF-FF-FF-FF-FF-FF", "FFFF.FFFF.FFFF")));
    kind(
        "date-of-birth",
        "born |DOB: |date of birth |geboren am |geb. |né le |nacido el |nata il |geboortedatum"
            + " |född |D.O.B. |Geburtsdatum: ",
        p -> p.numbers.date());
    kind(
        "geo-coordinates",
        "at |GPS |coordinates |location: ",
        p ->
            p.filled(
                p.one(
                    "48.99999, 11.99999",
                    "-33.9999, 151.9999",
                    "48.9999 11.9999",
                    "48°51'30.1\"N 2°17'40.2\"E")));
    kind(
        "crypto-address",
        "wallet |BTC |send it to |bitcoin address ",
        p ->
            p.one(
                p.numbers.bitcoin(),
                p.numbers.bitcoin(),
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
                p.numbers.hex("0x" + "F".repeat(40))));
    kind(
        "credentials",
        "clone |log in with |token |see ",
        p ->
            p.one(
                "https://user:s3cr3t@git.example.org",
                "ftp://bob:pa55@files.example.net",
                "eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.c2lnbmF0dXJl"));
    kind(
        "age-over-89",
        "she is |a |patient, |aged: ",
        p ->
            p.one("91", "94", "97", "103")
                + p.one(" years old", "-year-old", " yo", " Jahre alt", " ans"));
    kind("passport-mrz", "MRZ: |passport: |scan: ", p -> p.numbers.mrz());
    kind("iban", "IBAN |IBAN: |account |please pay to |auf das Konto ", p -> p.numbers.iban());
    kind(
        "card",
        "card |Visa |card number |Kreditkarte |carte bancaire n° |tarjeta |paid with |MasterCard: ",
        p -> p.numbers.card());
    kind(
        "phone",
        "phone |Tel. |mobile: |call me at |Telefon |tél. |ring |Handy ",
        p ->
            p.filled(
                p.one(
                    "+44 20 7946 9999",
                    "+49 30 2312 9999",
                    "030 23129999",
                    "(212) 555-9999",
                    "212-555-9999",
                    "+1 212 555 9999",
                    "+33 1 23 45 99 99",
                    "0033 1 23 45 99 99",
                    "01 23 45 99 99",
                    "+49 (0)30 23129999",
                    "020 7946 9999",
                    "212.555.9999")));
    kind(
        "email",
        "e-mail |write to |contact |mail: |reach me at ",
        p ->
            p.one(
                    "jane.doe",
                    "m_krueger",
                    "callum.fairweather" + p.random.nextInt(100),
                    "info",
                    "a.b-c",
                    "sofie")
                + "@"
                + p.one(
                    "example.org",
                    "mail.example.com",
                    "klinik-nord.de",
                    "uni.ac.uk",
                    "firma.at",
                    "web.de",
                    "sub.hospital.example"));
    kind(
        "ip",
        "IP |from |host |address ",
        p ->
            p.one(
                p.numbers.octets(),
                p.numbers.octets(),
                p.numbers.octets(),
                p.numbers.hex("2001:db8:FFF1:FFF2:FFF3:FFF4:FFF5:FFF6"),
                p.numbers.hex("2001:db8::FFF1:FFF2")));
  }

  static List<String> kinds() {
    return KINDS.stream().map(Kind::name).toList();
  }

  Planted next(int place) {
    Kind kind = KINDS.get(place % KINDS.size());
    return new Planted(kind.name(), one(kind.leads()), kind.maker().apply(this));
  }

  String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String checked(String check, String... shapes) {
    Validator validator = Validator.of(check).orElseThrow();
    String shape = one(shapes);
    String written = filled(shape);
    while (!validator.accepts(written)) {
      written = filled(shape);
    }
    return written;
  }

  String filled(String shape) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < shape.length(); i++) {
      char c = shape.charAt(i);
      boolean letter = c == 'A' && shape.chars().filter(Character::isLetter).count() < 3;
      filled.append(
          c == '!'
              ? '1'
              : c == '^'
                  ? '9'
                  : c == '9'
                      ? (char) ('0' + random.nextInt(10))
                      : letter ? "ABCDEFGHJKLMNPRSTVWXYZ".charAt(random.nextInt(22)) : c);
    }
    return filled.toString();
  }
}
