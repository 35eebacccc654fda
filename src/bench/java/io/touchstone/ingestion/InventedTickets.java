package io.touchstone.ingestion;

import io.touchstone.deidentification.recogniser.names.Lexicon;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Support tickets of 100 to 200 characters that nobody wrote. Of a hundred, about 45 name a person,
 * 15 give a telephone number, 12 an e-mail address, 15 a customer or contract number and 3 an
 * account; one in two hundred is sent twice.
 */
public final class InventedTickets {

  private static final String[] OPENINGS = {
    "The $thing that came on $day does not $work, and the $light on it $blinks.",
    "Since $day my $thing $fails every $hours hours; a restart helps for $minutes minutes.",
    "On the bill of $day there are $amount too many for the $tariff tariff.",
    "You wrote that my $thing would be sent by $day, and nothing has come to $town yet.",
    "I would like to end my contract for the $tariff tariff as of $day, please confirm.",
    "My login for the $page page is refused since $day, code $code appears each time.",
    "We moved to $town on $day and the $thing is still at the old flat.",
    "Thanks to your colleague at the $place, the $thing $works since $day.",
    "How much would the $tariff tariff be with a second $thing from $day on?",
    "Order $order from $day is marked as delivered, but there is no parcel with the $thing."
  };
  private static final String[] MIDDLES = {
    "I have tried another $cable and a second $room without success.",
    "The man at the $place said it would take $minutes minutes, it took $hours hours.",
    "Please send the $amount back or tell me what they are for.",
    "My neighbour has the same $thing and no trouble with it.",
    "It is the $number time this year that this happens.",
    "A photo of the $light is in the attachment.",
    "The tracking page has said the same since $day.",
    "Nobody picks up at the $place after $hours o'clock."
  };
  private static final String[] PERSONS = {
    "$name",
    "Kind regards, $name",
    "My name is $name.",
    "Please ask for $name.",
    "Mrs $surname at the $place knows about it.",
    "The contract is in the name of $name, $town.",
    "$given"
  };
  private static final String[] PHONES = {
    "Call +44 7700 900$three after $hours.", "Tel. 020 7946 0$three", "+49 30 23125 $three"
  };
  private static final String[] NUMBERS = {
    "Customer number $eight.", "Contract no. $eight", "Account number $four $four."
  };
  private static final String[] THINGS = {
    "router",
    "modem",
    "telephone",
    "meter",
    "receiver",
    "repeater",
    "card reader",
    "antenna",
    "boiler control",
    "tablet",
    "camera",
    "doorbell"
  };
  private static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "the weekend"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  private static final String[] TARIFFS = {
    "Basic", "Home", "Family", "Night", "Business", "Comfort", "Green", "Fibre 100", "Fibre 500"
  };
  private static final String[] PLACES = {
    "shop", "hotline", "service desk", "front office", "workshop", "depot", "branch"
  };
  private static final String[] LIGHTS = {
    "red light", "green light", "power lamp", "small display", "WLAN lamp", "upper lamp"
  };

  private final Random random;
  private final List<String> given;
  private final List<String> surnames;
  private final List<String> towns;

  public InventedTickets(long seed) {
    random = new Random(seed);
    given = listed(Lexicon.Kind.GIVEN_NAME, 2);
    surnames = listed(Lexicon.Kind.FAMILY_NAME, 1);
    towns = listed(Lexicon.Kind.TOWN, 3);
  }

  private static List<String> listed(Lexicon.Kind kind, int least) {
    return Lexicon.get().listed(kind, tier -> tier >= least).stream()
        .filter(word -> word.matches("[a-z]{3,12}"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .toList();
  }

  /** Writes so many as JSON Lines. */
  public Path write(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      String before = text();
      for (int row = 1; row <= rows; row++) {
        String text = random.nextInt(200) == 0 ? before : text();
        out.write("{\"id\":\"t" + row + "\",\"text\":\"" + text + "\"}\n");
        before = text;
      }
    }
    return file;
  }

  String text() {
    StringBuilder text = new StringBuilder(filled(pick(OPENINGS)));
    if (text.length() < 130 && random.nextInt(4) > 0) {
      text.append(' ').append(filled(pick(MIDDLES)));
    }
    add(text, 0.45, pick(PERSONS));
    add(text, 0.15, pick(PHONES));
    add(text, 0.12, "$email");
    add(text, 0.15, pick(NUMBERS));
    add(text, 0.03, "Please pay it back to DE89 3704 0044 0532 0130 00.");
    return text.toString();
  }

  private void add(StringBuilder text, double share, String sentence) {
    if (random.nextDouble() < share) {
      text.append(' ').append(filled(sentence));
    }
  }

  private String filled(String pattern) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < pattern.length(); ) {
      if (pattern.charAt(at) != '$') {
        text.append(pattern.charAt(at++));
        continue;
      }
      int end = at + 1;
      while (end < pattern.length() && Character.isLetter(pattern.charAt(end))) {
        end++;
      }
      text.append(value(pattern.substring(at + 1, end)));
      at = end;
    }
    return text.toString();
  }

  private String value(String slot) {
    return switch (slot) {
      case "thing" -> pick(THINGS);
      case "day" ->
          random.nextBoolean()
              ? pick(DAYS)
              : "the " + (1 + random.nextInt(28)) + " " + pick(MONTHS);
      case "work", "works" -> random.nextBoolean() ? slot : slot.replace("work", "connect");
      case "light" -> pick(LIGHTS);
      case "blinks" -> random.nextBoolean() ? "blinks" : "stays dark";
      case "fails" -> random.nextBoolean() ? "goes off" : "loses its connection";
      case "hours" -> String.valueOf(2 + random.nextInt(10));
      case "minutes" -> String.valueOf(5 * (1 + random.nextInt(11)));
      case "amount" -> String.format(Locale.ROOT, "%.2f pounds", 1 + random.nextInt(9_000) / 100.0);
      case "tariff" -> pick(TARIFFS);
      case "town" -> pick(towns);
      case "page" -> random.nextBoolean() ? "billing" : "contract";
      case "code" -> "E-" + random.nextInt(1_000);
      case "place" -> pick(PLACES);
      case "order" -> "73-" + (1_000 + random.nextInt(9_000));
      case "cable" -> random.nextBoolean() ? "cable" : "plug";
      case "room" -> random.nextBoolean() ? "room" : "socket";
      case "number" -> random.nextBoolean() ? "third" : "second";
      case "name" -> pick(given) + " " + pick(surnames);
      case "given" -> pick(given);
      case "surname" -> pick(surnames);
      case "email" ->
          (pick(given) + "." + pick(surnames)).toLowerCase(Locale.ROOT) + "@example.com";
      case "three" -> digits(3);
      case "four" -> digits(4);
      case "eight" -> digits(8);
      default -> throw new IllegalArgumentException(slot);
    };
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
