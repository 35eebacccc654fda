package io.touchstone.ingestion.recogniser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the Internet Protocol, version 4 in dotted decimal and 6 in RFC 4291's forms. */
public final class IpRecogniser implements Recogniser {

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern VERSION_4 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])(?:" + OCTET + "\\.){3}" + OCTET + "(?![\\p{L}\\p{N}]|\\.[0-9])");
  private static final Pattern VERSION_6 =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}:.])(?=[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:]{2,39}+"
              + "(?:(?<=:[0-9]{1,3})(?:\\.[0-9]{1,3}){3})?+(?![\\p{L}\\p{N}:])");
  private static final Set<String> OPPOSING =
      Set.of("version", "release", "build", "firmware", "section", "chapter", "abschnitt");

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
    return "1 " + VERSION_4 + " " + VERSION_6 + " " + OPPOSING.stream().sorted().toList();
  }

  @Override
  public List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    Matcher four = VERSION_4.matcher(text);
    while (four.find()) {
      if (!Context.has(text, four.start(), OPPOSING)) {
        matches.add(new Match(four.start(), four.end(), 0.85, "four octets of 0 to 255"));
      }
    }
    Matcher six = VERSION_6.matcher(text);
    while (six.find()) {
      if (isVersion6(six.group())) {
        matches.add(new Match(six.start(), six.end(), 0.85, "groups of an IPv6 address"));
      }
    }
    return matches;
  }

  /**
   * Eight groups, or fewer around one double colon; an embedded version 4 address counts as two. A
   * short form without any digit ("a::b") is no address to us: source code is full of them.
   */
  private static boolean isVersion6(String candidate) {
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
