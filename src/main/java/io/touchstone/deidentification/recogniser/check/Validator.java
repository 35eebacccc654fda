package io.touchstone.deidentification.recogniser.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a pattern's match must pass beside its form; named in a recogniser's file. */
public enum Validator {
  /** ISO/IEC 7812-1, annex B. */
  LUHN(written -> CheckDigits.luhn(CheckDigits.compact(written))),
  /** ISO/IEC 7064 MOD 11,10 over all digits. */
  MOD_11_10(written -> CheckDigits.mod11And10(CheckDigits.compact(written))),
  /** Verhoeff's dihedral check digit. */
  VERHOEFF(written -> CheckDigits.verhoeff(CheckDigits.compact(written))),
  US_SSN(NorthAmericanNumbers::isSsn),
  US_ITIN(NorthAmericanNumbers::isItin),
  US_NPI(NorthAmericanNumbers::isNpi),
  US_ROUTING(NorthAmericanNumbers::isRouting),
  UK_NHS(EuropeanNumbers::isNhs),
  UK_NINO(EuropeanNumbers::isNino),
  DE_TAX_ID(EuropeanNumbers::isGermanTaxId),
  DE_SOCIAL_SECURITY(EuropeanNumbers::isGermanSocialSecurity),
  DE_ID_CARD(EuropeanNumbers::isGermanIdCard),
  ES_NIF(EuropeanNumbers::isSpanishNif),
  FR_NIR(EuropeanNumbers::isFrenchNir),
  IT_FISCAL_CODE(ItalianFiscalCode::isValid),
  NL_BSN(EuropeanNumbers::isDutchBsn),
  BE_NATIONAL(EuropeanNumbers::isBelgianNational),
  SE_PERSONAL(EuropeanNumbers::isSwedishPersonal),
  PL_PESEL(EuropeanNumbers::isPesel),
  CH_AHV(EuropeanNumbers::isSwissAhv),
  AU_TFN(OtherNumbers::isTfn),
  BR_CPF(OtherNumbers::isCpf),
  BR_CNPJ(OtherNumbers::isCnpj),
  VIN(OtherNumbers::isVin),
  BIC(OtherNumbers::isBic),
  CALENDAR_DATE(OtherNumbers::isDate),
  MRZ(MachineReadableZone::isLine),
  BITCOIN(BitcoinAddress::isValid);

  private final Predicate<String> rule;

  Validator(Predicate<String> rule) {
    this.rule = rule;
  }

  /** Whether at most one in thirty sequences that the pattern takes passes. */
  public boolean isRare() {
    return switch (this) {
      case FR_NIR, BE_NATIONAL, CH_AHV, BR_CPF, BR_CNPJ, IT_FISCAL_CODE, MRZ, BITCOIN -> true;
      default -> false;
    };
  }

  /** Its name in a file. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The validator of that name. */
  public static Optional<Validator> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** Names of all, for a sentence. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Validator::id).toList();
  }

  /**
   * Whether it may be what the pattern takes it for.
   *
   * @param written as the pattern matched it, with dividers
   */
  public boolean accepts(String written) {
    return rule.test(written);
  }
}
