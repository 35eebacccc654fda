package io.touchstone.ingestion.object;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.FoundStrings;
import io.touchstone.deidentification.Redactor;
import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.ObjectTypes;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.ResidueScan;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.ingestion.item.BatchSecrets;
import io.touchstone.ingestion.object.ObjectOutcome.Details;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.ingestion.row.RowText;
import io.touchstone.platform.crypto.Hmac;
import java.io.IOException;
import java.util.ArrayList;
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
public final class ObjectProcessing {

  /** Shorter stretches stand in the bytes of any file by chance. */
  private static final int SHORTEST_RESIDUE = 5;

  /** No address can be below it (RFC 2606); cleaners put such ones in the place of others. */
  private static final String NOBODY = ".invalid";

  private final Hmac key;
  private final DeidentificationPolicy policy;
  private final Redactor redactor;
  private final Tags tags;
  private final ObjectCleaning cleaning;

  public ObjectProcessing(
      Hmac key, DeidentificationPolicy policy, Tags tags, ObjectCleaning cleaning) {
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
  public ObjectOutcome process(byte[] object, long number) {
    FoundStrings strings = new FoundStrings(BatchSecrets.foundStringKey(key), tags);
    ObjectRedaction texts =
        new ObjectRedaction(
            redactor,
            policy.operators().begin(Optional.empty(), contentHash(object)),
            policy.rules(),
            policy.encoding(),
            strings,
            (embedded, outer) -> cleaning.cleanInner(embedded, outer.depth(), outer),
            !policy.recognisers().isEmpty());
    Cleaning result = cleaning.clean(object, texts);
    if (policy.recognisers().isEmpty() && result instanceof Cleaned) {
      return asDelivered(object, texts, number);
    }
    return result instanceof Cleaned cleaned
        ? checked(cleaned, texts, number)
        : kept((Quarantined) result, texts);
  }

  private ObjectOutcome checked(Cleaned cleaned, ObjectRedaction texts, long number) {
    Details details =
        new Details(
            Optional.of(cleaned.type()),
            cleaned.removed(),
            cleaned.doubtful(),
            texts.unreadPictures(cleaned.type()),
            texts.loss(),
            texts.parts());
    if (hasResidue(cleaned, texts)) {
      return new ObjectOutcome.Kept(
          new Quarantined(
              Quarantine.RESIDUE,
              "after cleaning something was found that should have gone. Save it in a simpler"
                  + " format and send it again."),
          details);
    }
    return usable(cleaned.object(), cleaned.places(), details, texts, number);
  }

  /**
   * In a project that removes nothing the object stays as it is; only its text is drawn from it.
   */
  private static ObjectOutcome asDelivered(byte[] object, ObjectRedaction texts, long number) {
    ObjectTypes.Known told = (ObjectTypes.Known) ObjectTypes.of(object, texts.encoding());
    ObjectType type = told.type();
    Details details =
        new Details(
            Optional.of(type),
            Map.of(),
            0,
            texts.unreadPictures(type),
            WordLoss.NONE,
            texts.parts());
    return usable(object, List.of(), details, texts, number);
  }

  private static ObjectOutcome usable(
      byte[] object,
      List<DoubtfulPlace> places,
      Details details,
      ObjectRedaction texts,
      long number) {
    if (texts.asides().isTooLong()) {
      return new ObjectOutcome.Kept(
          new Quarantined(
              Quarantine.TOO_LARGE,
              "its attachments and other places beside its text hold more than 1 MiB of text. Send"
                  + " the attachments by themselves."),
          details);
    }
    boolean alone = details.type().equals(Optional.of(ObjectType.TEXT));
    Optional<RowOutcome.Bad> fault = RowText.objectFault(number, texts.text(), alone);
    return fault.isPresent()
        ? new ObjectOutcome.Refused(fault.get(), details)
        : new ObjectOutcome.Usable(
            texts.text(),
            texts.offsets(),
            texts.findings(),
            texts.found(),
            texts.remembered(),
            alone ? Optional.empty() : Optional.of(object),
            texts.asides().text(),
            places,
            details);
  }

  /** What is left in the middle is not always the same, and the manifest has to be. */
  private static ObjectOutcome kept(Quarantined why, ObjectRedaction texts) {
    return new ObjectOutcome.Kept(
        why,
        why.reason() == Quarantine.TOO_SLOW
            ? Details.UNKNOWN
            : new Details(Optional.empty(), Map.of(), 0, 0, texts.loss(), texts.parts()));
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
    List<Cleaned> all = new ArrayList<>(texts.embedded());
    all.add(cleaned);
    ResidueScan scan = ResidueScan.of(gone, policy.encoding());
    return all.stream().anyMatch(each -> hasResidue(each, scan, seen));
  }

  private boolean hasResidue(Cleaned cleaned, ResidueScan scan, String seen) {
    try {
      return !scan.in(cleaned.object()).isEmpty()
          || cleaning.readBack(cleaned).stream().anyMatch(line -> hasUnseen(line, seen));
    } catch (IOException e) {
      return true;
    }
  }

  private boolean hasUnseen(String line, String seen) {
    CodePoints.Walk places = new CodePoints.Walk(line);
    return redactor.redact(line).findings().stream()
        .map(finding -> places.part(finding.start(), finding.end()))
        .anyMatch(found -> !seen.contains(found) && !found.endsWith(NOBODY));
  }

  private static boolean isTelling(String value) {
    return value.length() >= SHORTEST_RESIDUE
        && value.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
