package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.CleaningTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.ObjectTypes;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans objects of all kinds, each by its cleaner, within limits of size, depth, time and memory.
 * Whatever goes wrong with an object stays with that object.
 */
public final class ObjectCleaning {

  /** Largest object that is looked at. */
  public static final int MOST_BYTES = 32 << 20;

  /** Objects in objects are looked at down to here. */
  static final int DEEPEST = 3;

  private static final Logger log = LoggerFactory.getLogger(ObjectCleaning.class);
  private static final int SECONDS = 60;

  /**
   * Reading a scanned page takes seconds. A chunk that waits for another has to end in its lock.
   */
  private static final int SECONDS_WITH_READING = 240;

  /**
   * A small office document may unpack to 200 MB: no more than two objects are in work at a time.
   */
  private static final int LEAST_SHARE = 16;

  /**
   * Megabytes of objects that are in work at the same time: a parser takes several times as much.
   */
  private final Semaphore memory = new Semaphore(MOST_BYTES >> 20);

  private final Map<ObjectType, Cleaner> cleaners = new EnumMap<>(ObjectType.class);
  private final Map<Faces, Cleaner> ofImages = new EnumMap<>(Faces.class);
  private final TextCleaning ofTextInImages;

  /**
   * @param others of documents and recordings
   * @param ofImages by what stands where a face was
   * @param ofTextInImages for projects that ask for it
   */
  public ObjectCleaning(
      List<Cleaner> others, Function<Faces, Cleaner> ofImages, TextCleaning ofTextInImages) {
    this.ofTextInImages = ofTextInImages;
    others.forEach(cleaner -> cleaner.types().forEach(type -> cleaners.put(type, cleaner)));
    for (Faces faces : Faces.values()) {
      this.ofImages.put(faces, ofImages.apply(faces));
    }
  }

  /** What is used while one object is cleaned, and all that it embeds. */
  interface Tools extends CleaningTools {

    /** What stands where a face was. */
    Faces faces();

    /** In which text in pictures is read; none where it is not read. */
    List<String> ocrLanguages();

    /**
     * Where words may be that a cleaned object does not show; nothing where nobody counts what is
     * lost.
     */
    default Optional<AccountedWords> accountedWords() {
      return Optional.empty();
    }

    /** Takes note of what was lost in the object or in one that it embeds. */
    default void lost(WordLoss loss) {}

    @Override
    default boolean readsPictures() {
      return !ocrLanguages().isEmpty();
    }
  }

  /** Takes what identifies people out of an object that was delivered. */
  public Cleaning clean(byte[] object, Tools tools) {
    int share = Math.min(MOST_BYTES >> 20, Math.max(LEAST_SHARE, object.length >> 20));
    memory.acquireUninterruptibly(share);
    try {
      return within(object, tools);
    } finally {
      memory.release(share);
    }
  }

  /** A parser that runs into a loop is left behind; it holds nothing but its own object. */
  private Cleaning within(byte[] object, Tools tools) {
    FutureTask<Cleaning> task = new FutureTask<>(() -> cleanInner(object, 0, tools));
    Thread thread = new Thread(null, task, "clean-object", 4L << 20);
    thread.setDaemon(true);
    thread.start();
    int seconds = tools.readsPictures() ? SECONDS_WITH_READING : SECONDS;
    try {
      return task.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return new Quarantined(
          Quarantine.TOO_SLOW,
          "cleaning took longer than %d seconds. Send the object in smaller parts."
              .formatted(seconds));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cleaning was stopped.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cleaning failed.", e.getCause());
    }
  }

  /**
   * Cleans an object, embedded or not, on the caller's thread.
   *
   * @param depth 0 for what was delivered
   */
  Cleaning cleanInner(byte[] object, int depth, Tools tools) {
    if (object.length > MOST_BYTES) {
      return new Quarantined(Quarantine.TOO_LARGE, ObjectOutcome.tooLarge(MOST_BYTES));
    }
    if (depth > DEEPEST) {
      return new Quarantined(
          Quarantine.TOO_DEEP,
          "it lies more than %d objects deep. Send it by itself.".formatted(DEEPEST));
    }
    ObjectTypes.Told told = ObjectTypes.of(object, tools.encoding());
    if (told instanceof ObjectTypes.Known known) {
      return clean(object, known.type(), tools);
    }
    if (told instanceof ObjectTypes.Refused refused) {
      return refused.why();
    }
    return depth == 0
        ? new Quarantined(
            Quarantine.TOO_LARGE,
            "the archive is damaged or holds more than %d files. Send them in several archives."
                .formatted(ZipArchive.MOST_MEMBERS))
        : new Quarantined(
            Quarantine.TOO_DEEP, "it is an archive within something else. Send it by itself.");
  }

  private Cleaning clean(byte[] object, ObjectType type, Tools tools) {
    Cleaner cleaner = type.isImage() ? ofImages.get(tools.faces()) : cleaners.get(type);
    if (cleaner == null) {
      return new Quarantined(
          Quarantine.UNSUPPORTED_TYPE,
          "there is no cleaner for %s. Convert it and send it again.".formatted(type.mediaType()));
    }
    try {
      if (type.isImage()) {
        return tools.readsPictures()
            ? read(cleaner, object, type, tools)
            : cleaner.clean(object, type, tools);
      }
      Cleaning cleaning = cleaner.clean(object, type, tools);
      return cleaning instanceof Cleaned cleaned
          ? counted(cleaner, object, type, cleaned, tools)
          : cleaning;
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.info("object_unreadable type={} fault={}", type, e.getClass().getSimpleName());
      return new Quarantined(
          Quarantine.UNREADABLE,
          "it cannot be read as %s: cut, damaged or not what it says. Save it anew and send it"
                  .formatted(type.mediaType())
              + " again.");
    }
  }

  /** What shows far less than before would mislead whoever labels it. */
  private static Cleaning counted(
      Cleaner cleaner, byte[] object, ObjectType type, Cleaned cleaned, Tools tools)
      throws IOException {
    Optional<AccountedWords> elsewhere = tools.accountedWords();
    if (elsewhere.isEmpty()) {
      return cleaned;
    }
    WordLoss loss = cleaner.loss(object, type, cleaned, elsewhere.get());
    tools.lost(loss);
    return loss.isTooMuch()
        ? new Quarantined(
            Quarantine.WORDS_LOST,
            "of %d words that it shows %d cannot be kept. Export it anew from the program that made it, or print it to a PDF, and send that."
                .formatted(loss.seen(), loss.lost()))
        : cleaned;
  }

  /** Who asked that pictures are read must not get one that nobody could read. */
  private Cleaning read(Cleaner cleaner, byte[] picture, ObjectType type, Tools tools)
      throws IOException {
    Optional<Quarantined> missing = ofTextInImages.missing(tools.ocrLanguages());
    if (missing.isPresent()) {
      return missing.get();
    }
    Cleaning cleaning = cleaner.clean(picture, type, tools);
    return cleaning instanceof Cleaned cleaned
        ? ofTextInImages.clean(cleaned, tools.ocrLanguages(), tools)
        : cleaning;
  }

  /**
   * All text of a cleaned object, by a second reader.
   *
   * @throws IOException if it cannot be read
   */
  List<String> readBack(Cleaned cleaned) throws IOException {
    try {
      ObjectType type = cleaned.type();
      Cleaner reader = type.isImage() ? ofImages.get(Faces.FILL) : cleaners.get(type);
      return reader.readBack(cleaned.object(), type);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("A cleaned object could not be read back.");
    }
  }
}
