package io.touchstone.deidentification.recogniser;

import io.touchstone.deidentification.recogniser.pattern.CharacterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the Internet Protocol, version 4 in dotted decimal and 6 in RFC 4291's forms. */
public final class IpRecogniser implements Recogniser {

  /** Characters of an address with its gaps. */
  private static final int LONGEST = 48;

  private static final CharacterSet COLON = CharacterSet.of(':');
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  static final Pattern VERSION_4 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])(?:" + OCTET + "\\.){3}" + OCTET + "(?![\\p{L}\\p{N}]|\\.[0-9])");
  static final Pattern VERSION_6 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])(?<!(?<!\\p{L}):)(?=[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:]{2,39}+"
              + "(?:(?<=:[0-9]{1,3})(?:\\.[0-9]{1,3}){3})?+(?![\\p{L}\\p{N}:])");
  static final Set<String> OPPOSING =
      Set.of("version", "release", "build", "firmware", "section", "chapter", "abschnitt");

  private static final Set<String> SUPPORTING =
      Set.of("ip", "ips", "ipv", "host", "hostname", "server", "gateway", "router", "dns");

  private static final Pattern BROKEN_4 = loose(VERSION_4, false);
  private static final Pattern PARTED_4 = loose(VERSION_4, true);
  private static final Pattern BROKEN_6 = loose(VERSION_6, false);

  private static Pattern loose(Pattern pattern, boolean anyDivider) {
    return Pattern.compile(LoosePattern.of(pattern.pattern(), false, anyDivider).orElseThrow());
  }

  @Override
  public EntityType type() {
    return EntityType.IP;
  }

  @Override
  public String name() {
    return "ip";
  }

  @Override
  public String configuration() {
    return Joining.VERSION
        + SUPPORTING.stream().sorted().toList()
        + " 3 "
        + VERSION_4
        + " "
        + VERSION_6
        + " "
        + OPPOSING.stream().sorted().toList();
  }

  @Override
  public void ask(SurveyPlan plan) {
    plan.characters(COLON);
    plan.words(SUPPORTING);
  }

  @Override
  public List<Match> find(Survey survey) {
    List<Match> matches = new ArrayList<>();
    findVersion4(survey, survey.isJoined() ? BROKEN_4 : VERSION_4, false, matches);
    if (survey.isJoined() && survey.mentions(SUPPORTING, 0, survey.text().length())) {
      findVersion4(survey, PARTED_4, true, matches);
    }
    findVersion6(survey, survey.isJoined() ? BROKEN_6 : VERSION_6, matches);
    return matches;
  }

  private static void findVersion4(
      Survey survey, Pattern pattern, boolean named, List<Match> matches) {
    String text = survey.text();
    Matcher four = pattern.matcher(text).useTransparentBounds(true);
    int done = 0;
    for (int i = 0; i + 3 < survey.digits(); i++) {
      int start = survey.digit(i);
      boolean old = survey.isJoined() && !named && !survey.hasGap(start, start + LONGEST, "");
      if (old
          || start < done
          || !survey.beginsDigits(i)
          || !survey.isJoined() && !dotFollows(text, start)) {
        continue;
      }
      four.region(start, text.length());
      if (four.lookingAt()) {
        done = four.end();
        boolean column = survey.isJoined() && !named && Gap.isGrid(text, start, done);
        if (!Context.has(text, start, OPPOSING)
            && !(column && Gap.hasBreak(text, start, done))
            && !(named && !Context.has(text, start, SUPPORTING))) {
          matches.add(new Match(start, done, 0.85, "four octets of 0 to 255"));
        }
      }
    }
  }

  /** Whether a dot stands after at most three digits. */
  private static boolean dotFollows(String text, int start) {
    int end = Math.min(text.length(), start + 4);
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) == '.') {
        return true;
      }
    }
    return false;
  }

  private static void findVersion6(Survey survey, Pattern pattern, List<Match> matches) {
    String text = survey.text();
    Survey.Places colons = survey.of(COLON);
    Matcher six = pattern.matcher(text).useTransparentBounds(true);
    int done = 0;
    for (int i = 0; i < colons.count(); i++) {
      int colon = colons.at()[i];
      int start = colon;
      while (start > done && colon - start < 5 && isHexadecimal(text, start - 1)) {
        start--;
      }
      if (start > done && Character.isLetter(text.charAt(start - 1))) {
        // The colon ends a word for the address: "from:2001:db8::1".
        start = colon + 1;
      }
      if (start < done || survey.isJoined() && !survey.hasGap(start, start + LONGEST, "")) {
        continue;
      }
      boolean found = six.region(start, text.length()).lookingAt();
      while (found && survey.isJoined() && !isVersion6(Gap.unbroken(six.group()))) {
        int limit = Gap.last(text, start, six.end());
        found = limit > start && six.region(start, limit).lookingAt();
      }
      if (found) {
        done = six.end();
        if (isVersion6(Gap.unbroken(six.group()))) {
          matches.add(new Match(start, done, 0.85, "groups of an IPv6 address"));
        }
      }
    }
  }

  /** Whether a digit stands there, or a broken line with one before it. */
  private static boolean isHexadecimal(String text, int place) {
    char c = text.charAt(place);
    return isHexadecimal(c) || Gap.isBreak(c) && place > 0 && isHexadecimal(text.charAt(place - 1));
  }

  private static boolean isHexadecimal(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /**
   * Eight groups, or fewer around one double colon; an embedded version 4 address counts as two. A
   * short form without any digit ("a::b") is no address to us: source code is full of them.
   */
  static boolean isVersion6(String candidate) {
    int gap = candidate.indexOf("::");
    if (gap >= 0 && candidate.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    String[] parts = candidate.split(":", -1);
    int groups = 0;
    for (String part : parts) {
      if (part.length() > 4 && !part.contains(".")) {
        return false;
      }
      groups += part.isEmpty() ? 0 : part.contains(".") ? 2 : 1;
    }
    boolean single = gap != 0 && candidate.startsWith(":");
    boolean singleEnd = candidate.endsWith(":") && !candidate.endsWith("::");
    boolean digit = candidate.chars().anyMatch(c -> c >= '0' && c <= '9');
    return !single && !singleEnd && digit && (gap >= 0 ? groups >= 1 && groups <= 7 : groups == 8);
  }
}
