package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.pattern.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers of 7 to 15 digits (ITU-T E.164): with a country code, with a trunk zero, in the
 * form of the North American plan, or any grouping after a word such as "phone". Digits after a
 * word such as "order", dates, times and decimal fractions are none.
 */
public final class PhoneRecogniser implements Recogniser {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;
  private static final int LONGEST_DATE = 8;

  /** Characters of a number with its dividers in a joined text. */
  private static final int LONGEST_RUN = 40;

  /**
   * Digits with at most three dividing characters between two of them; may hold several numbers.
   */
  static final Pattern RUN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_,+#@])(?<!(?<!\\p{L})\\.)(?:[+(]{1,2}+ ?)?+[0-9](?:["
              + " .\\-/()]{0,3}+[0-9]){6,80}+");

  /** The same in a joined text. */
  private static final Pattern JOINED_RUN =
      Pattern.compile(RUN.pattern().replace(".\\-/()]", "._\\-/()" + Gap.WIDE + Gap.BROKEN + "]"));

  private static final Pattern INTERNATIONAL = Pattern.compile("\\(?(?:\\+ ?|00)[1-9].*");
  private static final Pattern TRUNK = Pattern.compile("\\(?0[1-9].*");
  private static final Pattern NORTH_AMERICAN =
      Pattern.compile(
          "(?:1[ .-])?(?:\\([2-9][0-9]{2}\\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}");

  /**
   * Characters of the longest that {@link #NORTH_AMERICAN} matches; all else begins with 0 or +.
   */
  private static final int LONGEST_OF_PLAN = 16;

  /** Without a word for it, figures with many blanks between them stand in columns. */
  private static final Pattern COLUMNS = Pattern.compile("[0-9] {2,3}[0-9]");

  private static final Pattern FRACTION = Pattern.compile("[0-9]+\\.[0-9]{1,3}");
  private static final Pattern SHORT_LOCAL = Pattern.compile("[2-9][0-9]{2}-[0-9]{4}");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:[0-3]?[0-9]([./-])(?:0?[1-9]|1[0-2])\\1(?:[0-9]{4}|[0-9]{2})"
              + "|(?:0?[1-9]|1[0-2])([./-])[0-3]?[0-9]\\2(?:[0-9]{4}|[0-9]{2})"
              + "|(?:19|20)[0-9]{2}([./-])[0-9]{1,2}\\3[0-9]{1,2}|(?:19|20)[0-9]{6})(?![0-9]).*");

  private static final Set<String> SUPPORTING =
      Set.of(
          ("phone telephone tel mobile cell cellphone call called calling dial fax whatsapp sms"
                  + " text reach ring callback hotline telefon telefonnummer handy handynummer mobil"
                  + " rufnummer anrufen t\u00e9l t\u00e9l\u00e9phoner ph fon mob cel gsm tlf tlfn"
                  + " telephon telephonnummer handynr telnr telefonnr mobilnummer mobiltelefon mobilnr"
                  + " festnetz durchwahl kontakt cell\u00e9 celular telefone telefonu kom\u00f3rka"
                  + " telefonnummeret mobilnummeret puhelin matkapuhelin puh telefonszám landline"
                  + " texted texting dialled dialed rang ringing voicemail switchboard helpline numero"
                  + " num\u00e9ro joindre appeler appelez llamar llame ll\u00e1mame chiamare chiama"
                  + " chiamami bellen bel mobiel telefonisch telefoonnummer gsmnummer contactnummer"
                  + " erreichbar rückruf téléphone portable teléfono móvil telefono cellulare"
                  + " telefoon")
              .split(" "));

  private static final Set<String> OPPOSING =
      Set.of(
          ("order orders invoice invoices ticket tickets isin gtin upc parcels barcode vat batch"
                  + " lot model part case reference ref tracking shipment parcel booking reservation"
                  + " contract customer article item sku serial product transaction policy claim id"
                  + " version release issn isbn doi ean grid bestellung bestellnummer auftrag rechnung"
                  + " rechnungsnummer kundennummer vorgang artikel sendung vertrag commande facture"
                  + " pedido factura")
              .split(" "));

  @Override
  public EntityType type() {
    return EntityType.PHONE;
  }

  @Override
  public String name() {
    return "phone";
  }

  @Override
  public String configuration() {
    return Joining.VERSION
        + " 4 "
        + List.of(RUN, INTERNATIONAL, TRUNK, NORTH_AMERICAN, FRACTION, COLUMNS, SHORT_LOCAL, DATE)
        + SUPPORTING.stream().sorted().toList()
        + OPPOSING.stream().sorted().toList();
  }

  @Override
  public void ask(SurveyPlan plan) {
    plan.words(SUPPORTING);
    plan.opposing(OPPOSING);
  }

  @Override
  public List<Match> find(Survey survey) {
    List<Match> matches = new ArrayList<>();
    String text = survey.text();
    Matcher run = (survey.isJoined() ? JOINED_RUN : RUN).matcher(text).useTransparentBounds(true);
    int done = 0;
    for (int i = 0; i + SHORTEST <= survey.digits(); i++) {
      int digit = survey.digit(i);
      if (digit >= done
          && survey.beginsDigits(i)
          && mayBeginRun(survey, i)
          && !(survey.isJoined() && !survey.hasGap(digit, digit + LONGEST_RUN, "_"))) {
        done = Math.max(done, findFrom(survey, run, Math.max(done, digit - 3), digit, matches));
      }
    }
    return matches;
  }

  /** Whether seven digits follow with at most three characters between two of them. */
  private static boolean mayBeginRun(Survey survey, int first) {
    for (int i = first + 1; i < first + SHORTEST; i++) {
      if (survey.digit(i) - survey.digit(i - 1) > 4) {
        return false;
      }
    }
    return true;
  }

  /** Looks for a run that begins at the digit or with a sign before it; where it ends, or 0. */
  private static int findFrom(
      Survey survey, Matcher run, int first, int digit, List<Match> matches) {
    String text = survey.text();
    for (int start = first; start <= digit; start++) {
      boolean sign = text.charAt(start) == '+' || text.charAt(start) == '(';
      if ((start == digit || sign) && mayFollow(text, start)) {
        run.region(start, text.length());
        if (run.lookingAt()) {
          findInRun(survey, start, run.end(), matches);
          return run.end();
        }
      }
    }
    return 0;
  }

  /** As the look behind of {@link #RUN} says of ASCII. */
  private static boolean mayFollow(String text, int start) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    boolean label = before == '.' && start > 1 && Character.isLetter(text.charAt(start - 2));
    return before >= 128 || label || !(Expression.isOfWord(before) || ".,+#@".indexOf(before) >= 0);
  }

  /** Takes the longest number at each group of the run: neighbours are not part of a number. */
  static void findInRun(Survey survey, int runStart, int runEnd, List<Match> matches) {
    String text = survey.text();
    if (runStart > 1 && isRestOfNumber(text, runStart)) {
      return;
    }
    int start = runStart;
    int free = runStart;
    boolean mayBegin = true;
    while (start < runEnd) {
      Optional<Match> match = mayBegin ? longest(survey, free, start, runEnd) : Optional.empty();
      match.ifPresent(matches::add);
      int end = match.isPresent() ? match.get().end() : groupEnd(text, start, runEnd);
      // Four digits before it: a later group of a card, an account or an order, not a number's
      // start.
      mayBegin = match.isPresent() || end - start != 4;
      free = match.isPresent() ? end + 1 : free;
      start = end + 1;
    }
  }

  private static Optional<Match> longest(Survey survey, int runStart, int start, int runEnd) {
    String text = survey.text();
    boolean supported =
        survey.mentions(SUPPORTING, start, start) && Context.has(text, start, SUPPORTING);
    boolean opposed =
        !supported
            && (survey.mentions(OPPOSING, start, start) && Context.hasAbove(text, start, OPPOSING)
                || start > runStart
                    && !text.startsWith("+", start)
                    && !DATE.matcher(text.substring(runStart, start)).matches());
    Optional<Match> longest = Optional.empty();
    boolean glued = start > 0 && text.charAt(start - 1) == '.';
    if ((opposed || glued && !supported) && !hasPlus(text, start, runEnd)) {
      return longest;
    }
    int digits = 0;
    int counted = start;
    for (int end = groupEnd(text, start, runEnd); ; end = groupEnd(text, end + 1, runEnd)) {
      digits += digits(text, counted, end);
      counted = end;
      if (digits > LONGEST + 2) {
        return longest;
      }
      Optional<Match> before = longest;
      longest =
          match(text, start, end, digits, supported, opposed)
              .filter(match -> !survey.isJoined() || isOne(survey, match, supported))
              .or(() -> before);
      if (end >= runEnd) {
        return longest;
      }
    }
  }

  /** Whether a country code may stand there, which alone says enough. */
  private static boolean hasPlus(String text, int start, int end) {
    int place = start;
    while (place < end && text.charAt(place) != '+') {
      place++;
    }
    return place < end;
  }

  /** Over lines and columns only what begins with a plus or stands behind a word is one number. */
  private static boolean isOne(Survey survey, Match match, boolean supported) {
    String text = survey.text();
    String written = text.substring(match.start(), match.end());
    boolean parted = written.indexOf(Gap.WIDE) >= 0 || !Gap.unbroken(written).equals(written);
    boolean columns = survey.hasLongerBlank(match.start(), match.end());
    return supported || !parted && !columns || written.indexOf('+') >= 0;
  }

  private static Optional<Match> match(
      String text, int start, int end, int digits, boolean supported, boolean opposed) {
    char first = text.charAt(start);
    boolean longerThanPlan = first >= '1' && first <= '9' && end - start > LONGEST_OF_PLAN;
    if (digits < SHORTEST || !supported && longerThanPlan) {
      return Optional.empty();
    }
    String candidate = text.substring(start, end);
    boolean longerThanDate = supported && digits > LONGEST_DATE;
    if (isFollowedUp(text, end)
        || !longerThanDate && mayBeDate(candidate) && DATE.matcher(candidate).matches()) {
      return Optional.empty();
    }
    if (candidate.contains("+") && INTERNATIONAL.matcher(candidate).matches()) {
      return Optional.of(found(text, start, end, 0.9, "country code after +"));
    }
    if (supported) {
      return Optional.of(found(text, start, end, 0.8, "digits after a word for telephone"));
    }
    return opposed
        ? Optional.empty()
        : byForm(candidate, digits)
            .filter(why -> candidate.indexOf(' ') < 0 || !FigureRows.has(text, start, end))
            .map(why -> found(text, start, end, 0.6, why));
  }

  /** Whether a hyphen with a digit before it ties the run to what cannot belong to it. */
  private static boolean isRestOfNumber(String text, int start) {
    char before = text.charAt(start - 2);
    return text.charAt(start - 1) == '-' && before >= '0' && before <= '9';
  }

  /** Whether one of a date's dividers stands where it would, or a year begins. */
  private static boolean mayBeDate(String candidate) {
    return isDateDivider(candidate.charAt(1))
        || isDateDivider(candidate.charAt(2))
        || candidate.startsWith("19")
        || candidate.startsWith("20");
  }

  private static boolean isDateDivider(char c) {
    return c == '.' || c == '/' || c == '-';
  }

  private static Optional<String> byForm(String candidate, int digits) {
    boolean divided = candidate.chars().anyMatch(c -> c < '0' || c > '9');
    if (COLUMNS.matcher(candidate).find()) {
      return Optional.empty();
    }
    if (NORTH_AMERICAN.matcher(candidate).matches()) {
      return Optional.of("form of the North American plan");
    }
    if (SHORT_LOCAL.matcher(candidate).matches()) {
      return Optional.of("three and four digits with a hyphen");
    }
    if (INTERNATIONAL.matcher(candidate).matches() && divided && digits >= 10) {
      return Optional.of("country code after 00");
    }
    if (TRUNK.matcher(candidate).matches()
        && digits <= 13
        && (divided || digits >= 10)
        && !FRACTION.matcher(candidate).matches()) {
      return Optional.of("trunk zero and a number's length");
    }
    return Optional.empty();
  }

  /** The match without an opening bracket that closes only after the number. */
  private static Match found(String text, int start, int end, double score, String why) {
    boolean open = text.charAt(start) == '(' && text.substring(start, end).indexOf(')') < 0;
    return new Match(open ? start + 1 : start, end, score, why);
  }

  /** Whether what follows shows that the digits are a part of something else. */
  private static boolean isFollowedUp(String text, int end) {
    if (end == text.length()) {
      return false;
    }
    char next = text.charAt(end);
    boolean digitAfter = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
    return Character.isLetterOrDigit(next)
        || next == '@'
        || (next == ',' || next == ':') && digitAfter;
  }

  private static boolean isGroupEnd(char c) {
    return c == ' ' || c == Gap.WIDE || Gap.isBreak(c);
  }

  /** End of the characters up to the next space, within the run. */
  private static int groupEnd(String text, int start, int runEnd) {
    int end = start;
    while (end < runEnd && (end == start || !isGroupEnd(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static int digits(String text, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }
}
