package io.touchstone.ingestion.strangers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts with one identifier each, and texts with none, written without knowing the rules: what recall and precision are
 * measured on. No rule, pattern, word or threshold may be chosen by looking at them.
 *
 * <p>Sources of the formats: SSA and IRS (SSN, ITIN group ranges), CMS (NPI, Luhn with 80840), ABA (routing), NHS
 * data dictionary (mod 11), HMRC (NINO prefixes), Royal Mail PAF, BZSt (Steuer-ID, ISO 7064 Mod 11,10), ICAO 9303
 * (Ausweis serial, MRZ), VKVV (pension insurance number), Spanish interior ministry (letter table), INSEE (NIR,
 * key of 97), Agenzia delle Entrate (codice fiscale), RvIG (elfproef), Belgian national register (key of 97),
 * Skatteverket (Luhn), PESEL act, ZAS (EAN-13), ATO (mod 11), ESDC (Luhn), UIDAI (Verhoeff), Receita Federal
 * (CPF, CNPJ), GSMA (IMEI), ISO 3779 (VIN), ISO 13616 (IBAN), ISO 9362 (BIC), ISO 7812 (cards), Base58Check and
 * BIP 173. Ranges reserved or known from advertising are left out.
 *
 * <p>Noises: clean (official forms); separators (other, doubled, spaced, mixed); line-break (at a separator, inside
 * a token, after the word before, with quote mark, indentation, hyphen or form feed); unicode (full width, zero
 * width, soft hyphen, look-alikes, entities); typing (human grouping, brackets, glued number word, small letters).
 */
public final class Strangers {

  private static final Path RESOURCES = Path.of("src/test/resources/strangers");
  private static final long SEED = 20_240_917L;

  private Strangers() {}

  /** About 13,000 texts, each with the place of its identifier; always the same. */
  public static List<Cases.Case> cases() {
    CheckDigits.proveOnSpecimens();
    try {
      return new Cases(new Carriers(RESOURCES), SEED).make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 3,000 texts in which nothing is a person's identifier; always the same. */
  public static List<String> negatives() {
    try {
      return new Negatives(RESOURCES, SEED).make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
