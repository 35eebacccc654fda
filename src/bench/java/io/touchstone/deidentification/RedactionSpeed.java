package io.touchstone.deidentification;

import io.touchstone.bench.Report;
import io.touchstone.bench.Stopwatch;
import io.touchstone.deidentification.recogniser.CardRecogniser;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.IbanRecogniser;
import io.touchstone.deidentification.recogniser.IpRecogniser;
import io.touchstone.deidentification.recogniser.NameRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.ingestion.policy.RecogniserFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of generated sentences, de-identified by one thread. */
public final class RedactionSpeed {

  private static final int TEXTS = 20_000;
  private static final String[] PLAIN = {
    "The customer wrote that the parcel came late and asked for part of the price back.",
    "We could not open the door of the cabinet, so somebody has to come on Tuesday at 10:30.",
    "On 12 March the contract was changed from tariff 2 to tariff 4 without notice.",
    "The patient reports pain in the left knee since the weekend; no fever, no swelling.",
    "Thank you for the quick answer, the second router works as it should.",
    "It costs 24.90 a month, which is more than the 19.90 that were agreed in 2023.",
    "Please tell me whether the order #48213 has left your house yet.",
    "Blood pressure 128/84, pulse 72, ibuprofen 400 mg three times a day for 5 days.",
    "Nobody at the counter knew anything about the new rules, which was a pity."
  };
  private static final String[] IDENTIFYING = {
    "Her phone is +44 20 7946 #### and she is at home in the evening.",
    "He paid with the card 4111 1111 1111 1111 as the log of the shop shows it.",
    "Write to jane.doe####@example.org or jane####@mail.example.com about the rest.",
    "The request came from 192.0.2.## to 198.51.100.## late at night.",
    "Please pay it back to DE89 3704 0044 0532 0130 00 by the end of the month.",
    "Born 12.03.19##, MRN 12##56, seen on the ward again after two days.",
    "SSN 219-09-9999 is on the form, the signature is missing.",
    "Her tax number is 86 095 742 719 and the file has the number 20##-##17."
  };

  private RedactionSpeed() {}

  /**
   * Reports megabytes of UTF-8 a second of the thread's own time on the wall.
   *
   * @param identifying share of sentences with personal data, 0 to 1
   */
  public static void measure(Report report, String name, double identifying) throws Exception {
    List<String> texts = texts(identifying);
    long bytes = texts.stream().mapToLong(t -> t.getBytes(StandardCharsets.UTF_8).length).sum();
    Redactor redactor = redactor();
    Stopwatch.Time time =
        Stopwatch.median(
            3, 5, () -> texts.stream().mapToInt(t -> redactor.redact(t).text().length()).sum());
    report.figure(name, bytes / 1e6 / time.wall(), "megabytes-per-second");
    report.figure(name + "-cpu", bytes / 1e6 / time.processors(), "megabytes-per-cpu-second");
  }

  private static Redactor redactor() {
    List<Recogniser> all =
        new ArrayList<>(
            List.of(
                new EmailRecogniser(),
                new IbanRecogniser(),
                new CardRecogniser(),
                new IpRecogniser(),
                new PhoneRecogniser(),
                new NameRecogniser(List.of("Anneliese", "Callum", "Fairweather", "Krüger"))));
    all.addAll(RecogniserFolder.load(Path.of("config/recognisers")));
    return new Redactor(all, Recogniser.THRESHOLD);
  }

  private static List<String> texts(double identifying) {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int sentence = 0; sentence < 4; sentence++) {
        String[] from = random.nextDouble() < identifying ? IDENTIFYING : PLAIN;
        for (char c : from[random.nextInt(from.length)].toCharArray()) {
          text.append(c == '#' ? (char) ('0' + random.nextInt(10)) : c);
        }
        text.append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
