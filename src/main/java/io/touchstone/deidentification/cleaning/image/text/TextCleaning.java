package io.touchstone.deidentification.cleaning.image.text;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.deidentification.cleaning.image.ImageCleaner;
import io.touchstone.deidentification.cleaning.image.PictureFile;
import io.touchstone.deidentification.cleaning.image.face.Doubts;
import io.touchstone.deidentification.cleaning.image.face.FaceCover;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import io.touchstone.deidentification.cleaning.metadata.Strippers;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pictures without text that identifies people. What can be read in a picture is redacted as any
 * text, and what was replaced is black in the pixels; then the picture is looked at once more.
 * Where nothing is to be covered it stays as it is coded.
 */
public final class TextCleaning {

  private static final Quarantined STILL_THERE =
      new Quarantined(
          Quarantine.RESIDUE,
          "text was read again where it had been covered. Cover it by hand and send it again.");

  private final Tesseract reader;

  /** With that reader, which need not be installed. */
  public TextCleaning(Tesseract reader) {
    this.reader = reader;
  }

  /**
   * Why no picture can be read at present.
   *
   * @param languages at least one
   */
  public Optional<Quarantined> missing(List<String> languages) {
    return reader
        .missing(languages)
        .map(sentence -> new Quarantined(Quarantine.CLEANER_MISSING, sentence));
  }

  /**
   * Reads a picture and covers what is to go.
   *
   * @param picture cleaned of faces and metadata
   * @param languages of the text, at least one, each installed
   */
  public Cleaning clean(Cleaned picture, List<String> languages, CleaningTools tools) {
    TextMasks masks = new TextMasks(tools);
    TextRemoval removal =
        new TextRemoval(
            new TextFinder(reader, languages),
            masks,
            new FaceCover(Obfuscation.FILL, picture.object()));
    try (PictureFile file = PictureFile.open(picture.object(), picture.type())) {
      int share = ImageCleaner.Shared.LIMITS.acquire(file);
      try {
        return clean(picture, file, removal, masks);
      } finally {
        ImageCleaner.Shared.LIMITS.release(share);
      }
    } catch (TextRemoval.StillThere e) {
      return STILL_THERE;
    } catch (TextCover.NotWritable e) {
      return new Quarantined(
          Quarantine.UNSUPPORTED_TYPE,
          "it is an animated %s with text to be covered, which cannot be written anew. Convert it"
                  .formatted(picture.type().mediaType())
              + " to GIF and send it again.");
    } catch (Tesseract.Failed | InterruptedIOException e) {
      return new Quarantined(
          Quarantine.TOO_SLOW,
          "the program that reads text in pictures failed or took too long. Make the picture smaller"
              + " or send it in parts.");
    } catch (IOException | RuntimeException e) {
      // The message may quote the object.
      return new Quarantined(
          Quarantine.UNREADABLE,
          "text in it could not be looked for. Save it anew and send it again.");
    }
  }

  /**
   * What can be read in marked areas of a cleaned picture.
   *
   * @param languages at least one, each installed
   * @throws IOException if the picture cannot be read
   */
  public Set<String> under(
      byte[] picture, ObjectType type, List<String> languages, List<AreaCover.Area> areas)
      throws IOException {
    return new AreaText(new TextFinder(reader, languages), areas).of(picture, type);
  }

  private static Cleaning clean(
      Cleaned picture, PictureFile file, TextRemoval removal, TextMasks masks)
      throws IOException, TextRemoval.StillThere, TextCover.NotWritable {
    Optional<TextCover.Coded> covered =
        new TextCover(removal).cover(picture.object(), picture.type(), file);
    int doubtful = picture.doubtful() + masks.doubtful();
    List<DoubtfulPlace> places =
        Stream.concat(picture.places().stream(), masks.places().stream())
            .limit(Doubts.MOST)
            .toList();
    if (covered.isEmpty()) {
      return new Cleaned(picture.object(), picture.type(), picture.removed(), doubtful, places);
    }
    TextCover.Coded coded = covered.get();
    Map<String, Integer> removed = new TreeMap<>(picture.removed());
    removed.merge("text-in-picture", coded.areas(), Integer::sum);
    // What the encoder writes beside the pixels goes the same way as what was delivered.
    byte[] object = Strippers.of(coded.type()).orElseThrow().strip(coded.object()).object();
    return new Cleaned(object, coded.type(), removed, doubtful, places);
  }
}
