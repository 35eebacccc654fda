package io.touchstone.ingestion;

import io.touchstone.ingestion.ObjectOutcome.Details;
import io.touchstone.ingestion.cleaning.Cleaning;
import io.touchstone.ingestion.cleaning.Cleaning.Cleaned;
import io.touchstone.ingestion.cleaning.Cleaning.Quarantined;
import io.touchstone.ingestion.cleaning.ObjectType;
import io.touchstone.ingestion.cleaning.Quarantine;
import io.touchstone.ingestion.cleaning.ResidueScan;
import io.touchstone.platform.crypto.Hmac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;

/**
 * One object becomes an item's text and a cleaned object, and is looked at again before anybody
 * gets it. The same object under the same key and policy always becomes the same.
 */
final class ObjectProcessing {

  /** Shorter stretches stand in the bytes of any file by chance. */
  private static final int SHORTEST_RESIDUE = 5;

  /** No address can be below it (RFC 2606); cleaners put such ones in the place of others. */
  private static final String NOBODY = ".invalid";

  private final Hmac key;
  private final DeidentificationPolicy policy;
  private final Redactor redactor;
  private final Tags tags;
  private final ObjectCleaning cleaning;

  ObjectProcessing(Hmac key, DeidentificationPolicy policy, Tags tags, ObjectCleaning cleaning) {
    this.key = key;
    this.policy = policy;
    this.redactor = policy.redactor();
    this.tags = tags;
    this.cleaning = cleaning;
  }

  /** Keyed hash of an object's content, as duplicates are told by. */
  String contentHash(byte[] object) {
    Mac digest = Hmac.of(key.bytes("object-content")).streaming();
    return HexFormat.of().formatHex(digest.doFinal(object), 0, 16);
  }

  /**
   * @param number of the object in its source, for the sentence
   */
  ObjectOutcome process(byte[] object, long number) {
    FoundStrings strings = new FoundStrings(BatchSecrets.foundStringKey(key), tags);
    ObjectRedaction texts =
        new ObjectRedaction(
            redactor,
            policy.operators().begin(Optional.empty(), contentHash(object)),
            policy.rules().faces(),
            strings,
            (embedded, outer) -> cleaning.cleanInner(embedded, outer.depth(), outer));
    Cleaning result = cleaning.clean(object, texts);
    return result instanceof Cleaned cleaned
        ? checked(object, cleaned, texts, number)
        : new ObjectOutcome.Kept((Quarantined) result, details(Optional.empty(), texts));
  }

  private ObjectOutcome checked(
      byte[] object, Cleaned cleaned, ObjectRedaction texts, long number) {
    Details details =
        new Details(
            Optional.of(cleaned.type()), cleaned.removed(), cleaned.doubtful(), texts.parts());
    boolean removesNothing = policy.recognisers().isEmpty();
    if (!removesNothing && hasResidue(cleaned, texts)) {
      return new ObjectOutcome.Kept(
          new Quarantined(
              Quarantine.RESIDUE,
              "after cleaning something was found that should have gone. Save it in a simpler"
                  + " format and send it again."),
          details);
    }
    String text = texts.text();
    Optional<RowOutcome.Bad> fault =
        RowText.objectFault(number, text, cleaned.type() == ObjectType.TEXT);
    if (fault.isPresent()) {
      return new ObjectOutcome.Refused(fault.get(), details);
    }
    Optional<byte[]> left =
        cleaned.type() == ObjectType.TEXT
            ? Optional.empty()
            : Optional.of(removesNothing ? object : cleaned.object());
    return new ObjectOutcome.Usable(
        text, texts.offsets(), texts.findings(), texts.found(), texts.remembered(), left, details);
  }

  private static Details details(Optional<ObjectType> type, ObjectRedaction texts) {
    return new Details(type, Map.of(), 0, texts.parts());
  }

  /**
   * Whether a value that was replaced, or something that looks like one, stands in the cleaned
   * object in a place that the redaction never saw. What it saw and left is no residue.
   */
  private boolean hasResidue(Cleaned cleaned, ObjectRedaction texts) {
    String seen = String.join("\n", texts.returned());
    Set<String> gone = new TreeSet<>();
    for (String value : texts.removed()) {
      if (isTelling(value) && !seen.contains(value)) {
        gone.add(value);
      }
    }
    List<String> lines;
    try {
      lines = cleaning.readBack(cleaned);
    } catch (IOException e) {
      return true;
    }
    if (!ResidueScan.of(gone).in(cleaned.object()).isEmpty()) {
      return true;
    }
    for (String line : lines) {
      for (Finding finding : redactor.redact(line).findings()) {
        String found = CodePoints.part(line, finding.start(), finding.end());
        if (!seen.contains(found) && !found.endsWith(NOBODY)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isTelling(String value) {
    return value.length() >= SHORTEST_RESIDUE
        && value.codePoints().anyMatch(Character::isLetterOrDigit)
        && value.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_RESIDUE;
  }
}
