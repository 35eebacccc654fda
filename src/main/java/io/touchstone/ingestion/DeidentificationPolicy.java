package io.touchstone.ingestion;

import io.touchstone.ingestion.recogniser.CardRecogniser;
import io.touchstone.ingestion.recogniser.EmailRecogniser;
import io.touchstone.ingestion.recogniser.IbanRecogniser;
import io.touchstone.ingestion.recogniser.IpRecogniser;
import io.touchstone.ingestion.recogniser.NameRecogniser;
import io.touchstone.ingestion.recogniser.PhoneRecogniser;
import io.touchstone.ingestion.recogniser.Recogniser;
import io.touchstone.project.ProjectSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is done to every text of a project.
 *
 * @param recognisers none where nothing is removed
 * @param threshold least score that is masked
 * @param reason why nothing is removed, where that is so
 * @param sha256 digest of the whole configuration; equal digests, equal redactions
 */
record DeidentificationPolicy(
    List<Recogniser> recognisers, double threshold, Optional<String> reason, String sha256) {

  private static final double THRESHOLD = 0.5;

  /** The policy that a project's settings ask for. */
  static DeidentificationPolicy of(ProjectSettings settings) {
    if (settings.deidentification() == ProjectSettings.Deidentification.NONE) {
      String reason = settings.deidentificationReason().orElse("");
      return new DeidentificationPolicy(
          List.of(), THRESHOLD, Optional.of(reason), sha256("none\n" + reason));
    }
    List<Recogniser> recognisers =
        List.of(
            new EmailRecogniser(),
            new IbanRecogniser(),
            new CardRecogniser(),
            new IpRecogniser(),
            new PhoneRecogniser(),
            new NameRecogniser(settings.names()));
    StringBuilder configuration = new StringBuilder("standard\n" + THRESHOLD + "\n");
    recognisers.forEach(
        r -> configuration.append(r.name()).append(' ').append(r.configuration()).append('\n'));
    return new DeidentificationPolicy(
        recognisers, THRESHOLD, Optional.empty(), sha256(configuration.toString()));
  }

  Redactor redactor() {
    return new Redactor(recognisers, threshold);
  }

  private static String sha256(String configuration) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(configuration.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }
}
