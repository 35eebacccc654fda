package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.pattern.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain way: every pattern at every place of the text, without a look at it before. */
final class WholeTextScan {

  private WholeTextScan() {}

  static List<Match> find(Recogniser recogniser, String text, Survey survey) {
    if (recogniser instanceof PatternRecogniser pattern) {
      return described(pattern, text, survey);
    }
    return switch (recogniser.name()) {
      case "email" -> emails(text);
      case "iban" -> ibans(text);
      case "card" -> cards(text);
      case "ip" -> internetAddresses(text);
      case "phone" -> phones(text);
      default -> recogniser.find(text);
    };
  }

  private static List<Match> described(PatternRecogniser recogniser, String text, Survey survey) {
    List<Match> matches = new ArrayList<>();
    for (Form form : recogniser.forms()) {
      Expression.Scan scan = form.expression().on(text);
      for (int start = 0; start < text.length(); start++) {
        char c = text.charAt(start);
        boolean amid = start > 0 && isOfWord(c) && isOfWord(text.charAt(start - 1));
        boolean digit = c >= '0' && c <= '9';
        boolean rest = start > 1 && joinsDigits(text, start - 2);
        // Behind a label a number may begin all the same; which those are the survey knows.
        if ((amid || rest) && !(digit && survey.nextStart(start) == start)) {
          continue;
        }
        int end = scan.end(start);
        if (end > start
            && !joinsDigits(text, end - 1)
            && passes(form, text, start, end)
            && recogniser.isNear(form, text, start)) {
          matches.add(recogniser.match(text, start, end, form));
          start = end - 1;
        }
      }
    }
    return matches;
  }

  private static boolean passes(Form form, String text, int start, int end) {
    return form.validator().map(v -> v.accepts(text.substring(start, end))).orElse(true);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Digit, joint, digit. */
  private static boolean joinsDigits(String text, int place) {
    return place + 2 < text.length()
        && text.substring(place, place + 3).matches("[0-9][./:+-][0-9]");
  }

  private static List<Match> emails(String text) {
    List<Match> matches = new ArrayList<>();
    each(EmailRecogniser.PLAIN, text, m -> EmailRecogniser.add(m, text, 0.95, "", matches));
    each(EmailRecogniser.SPACED, text, m -> EmailRecogniser.add(m, text, 0.8, "", matches));
    if (text.contains("@ ") || text.contains(" @")) {
      EmailRecogniser.apart(
          Survey.of(text, SurveyPlan.of(List.of(new EmailRecogniser()))), matches);
    }
    EmailRecogniser.atAlone(text, matches);
    each(EmailRecogniser.BRACKETS, text, m -> EmailRecogniser.add(m, text, 0.8, "", matches));
    each(EmailRecogniser.WORDS, text, m -> EmailRecogniser.add(m, text, 0.7, "", matches));
    return matches;
  }

  private static List<Match> ibans(String text) {
    List<Match> matches = new ArrayList<>();
    each(
        Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}[ -]?[0-9]{2}"),
        text,
        m ->
            Optional.ofNullable(
                    IbanRecogniser.LENGTHS.get(m.group().substring(0, 2).toUpperCase(Locale.ROOT)))
                .flatMap(length -> IbanRecogniser.match(text, m.start(), length))
                .ifPresent(matches::add));
    return matches;
  }

  private static List<Match> cards(String text) {
    List<Match> matches = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      boolean digit = text.substring(start, start + 1).matches("[0-9]");
      boolean first = start == 0 || !text.substring(start - 1, start).matches("[0-9]");
      int end = digit && first ? CardRecogniser.longestCard(text, start) : start;
      if (end > start && !CardRecogniser.isOther(text, start)) {
        matches.add(new Match(start, end, 1.0, ""));
        start = end - 1;
      }
    }
    return matches;
  }

  private static List<Match> internetAddresses(String text) {
    List<Match> matches = new ArrayList<>();
    each(
        IpRecogniser.VERSION_4,
        text,
        m -> {
          if (!Context.has(text, m.start(), IpRecogniser.OPPOSING)) {
            matches.add(new Match(m.start(), m.end(), 0.85, ""));
          }
        });
    each(
        IpRecogniser.VERSION_6,
        text,
        m -> {
          if (IpRecogniser.isVersion6(m.group())) {
            matches.add(new Match(m.start(), m.end(), 0.85, ""));
          }
        });
    return matches;
  }

  private static List<Match> phones(String text) {
    List<Match> matches = new ArrayList<>();
    Survey survey = Survey.of(text, SurveyPlan.of(List.of(new PhoneRecogniser())));
    each(
        PhoneRecogniser.RUN,
        text,
        m -> PhoneRecogniser.findInRun(survey, m.start(), m.end(), matches));
    return matches;
  }

  private interface Found {
    void at(Matcher matcher);
  }

  private static void each(Pattern pattern, String text, Found found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.at(matcher);
    }
  }
}
