package io.touchstone.project;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the projects' guidelines, and how a new one is written in the product. */
@Service
public class Guidelines {

  /** Longest text of a guideline, in bytes of UTF-8. */
  public static final int MOST_BYTES = 200_000;

  private static final int MOST_NOTE_CHARACTERS = 500;

  private final GuidelineRepository guidelines;
  private final AuditTrail audit;
  private final Clock clock;

  Guidelines(GuidelineRepository guidelines, AuditTrail audit, Clock clock) {
    this.guidelines = guidelines;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest version; new batches are labelled under it. */
  public GuidelineVersion latest(String projectKey) {
    return guidelines.latest(projectKey);
  }

  /** The version of that number; empty if there is none. */
  public Optional<GuidelineVersion> find(String projectKey, int version) {
    return guidelines.find(projectKey, version);
  }

  /** All versions without their texts, newest first. */
  public List<GuidelineVersion> versions(String projectKey) {
    return guidelines.versions(projectKey);
  }

  /**
   * Writes the first version of a project that is made in the product.
   *
   * @throws Refusal 422 if the text is missing or too long
   */
  @Transactional
  public void begin(String projectKey, String markdown, String note, String personId) {
    check(markdown);
    checkNote(note);
    guidelines.insert(projectKey, 1, markdown, note.strip(), personId, clock.instant());
  }

  /**
   * Writes a new version over the newest one.
   *
   * @param baseVersion the version that the writer began with
   * @param note what changed, in a line or two
   * @return the new version's number
   * @throws Refusal 412 if somebody wrote a version in between, 422 if text or note are missing or
   *     too long
   */
  @Transactional
  public int write(
      String projectKey, int baseVersion, String markdown, String note, String personId) {
    check(markdown);
    checkNote(note);
    guidelines.lock(projectKey);
    GuidelineVersion latest = guidelines.latest(projectKey);
    if (latest.version() != baseVersion) {
      throw overtaken(latest);
    }
    int version = baseVersion + 1;
    guidelines.insert(projectKey, version, markdown, note.strip(), personId, clock.instant());
    return version;
  }

  /** As {@link #write}, by an owner whom no batch has asked; an audit event of its own. */
  @Transactional
  public int writeOutsideTask(
      String projectKey, int baseVersion, String markdown, String note, String personId) {
    int version = write(projectKey, baseVersion, markdown, note, personId);
    audit.recordWithReason(
        personId,
        "guideline_written",
        "project:" + projectKey,
        Map.of("guideline", version),
        note.strip());
    return version;
  }

  /**
   * @throws Refusal 422 if the text is empty or too long
   */
  public static void check(String markdown) {
    if (markdown.isBlank()) {
      throw invalid("markdown", "guideline-empty", "The guideline is empty. Write what to label.");
    }
    int bytes = markdown.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw invalid(
          "markdown",
          "guideline-too-long",
          "The guideline has "
              + bytes
              + " bytes; at most "
              + MOST_BYTES
              + " are possible. Nobody reads that much beside an item: shorten it.");
    }
  }

  private static void checkNote(String note) {
    if (note.isBlank()) {
      throw invalid(
          "note",
          "note-missing",
          "Say in a line what has changed: those who label read it with the new version.");
    }
    if (note.strip().length() > MOST_NOTE_CHARACTERS) {
      throw invalid(
          "note",
          "note-too-long",
          "The note on what has changed may have " + MOST_NOTE_CHARACTERS + " characters.");
    }
  }

  private static Refusal overtaken(GuidelineVersion latest) {
    return new Refusal(
        412,
        "guideline-changed",
        "Somebody saved version "
            + latest.version()
            + " meanwhile. Your text is still here: compare it with theirs, then save it over that"
            + " version.",
        Map.of("latest", latest.version(), "markdown", latest.markdown()));
  }

  private static Refusal invalid(String where, String type, String sentence) {
    return new Refusal(422, type, sentence, Map.of("where", where));
  }
}
