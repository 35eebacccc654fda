package io.touchstone.ingestion.preview;

import io.touchstone.deidentification.cleaning.ObjectTypes;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.object.ObjectCleaning;
import io.touchstone.ingestion.object.ObjectOutcome;
import io.touchstone.ingestion.object.ObjectProcessing;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.web.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Takes one object through stage 1 in memory, as a delivery would, and keeps nothing of it: no row,
 * no file, no line of the log that says more than that it was tried.
 */
@Component
class ObjectTrial {

  private static final Logger log = LoggerFactory.getLogger(ObjectTrial.class);

  /** Each holds an object of up to 32 MiB and what a parser makes of it. */
  private static final int AT_ONCE = 2;

  /** Cleaning has its own limit, which is less: what is too slow there is told as its outcome. */
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(60);
  private static final int PIECE = 64 * 1024;
  private static final long STACK = 4L << 20;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ObjectCleaning cleaning;
  private final DeidentificationPolicies policies;
  private final Secrets secrets;
  private final Clock clock;
  private final Duration longest;

  @Autowired
  ObjectTrial(
      ObjectCleaning cleaning, DeidentificationPolicies policies, Secrets secrets, Clock clock) {
    this(cleaning, policies, secrets, clock, LONGEST);
  }

  /**
   * @param longest work on one object
   */
  ObjectTrial(
      ObjectCleaning cleaning,
      DeidentificationPolicies policies,
      Secrets secrets,
      Clock clock,
      Duration longest) {
    this.cleaning = cleaning;
    this.policies = policies;
    this.secrets = secrets;
    this.clock = clock;
    this.longest = longest;
  }

  /**
   * What would become of an object; at most two at a time, each at most 60 seconds of reading and
   * 90 of work.
   *
   * @param format as it is declared
   * @param body read to its end; not closed
   * @throws Refusal 422 for rows, archives and what cannot be tried, 413 above 32 MiB, 408 where it
   *     comes too slowly, 429 while others try files
   */
  ObjectOutcome of(SourceFormat format, InputStream body, DeidentificationPolicy policy) {
    if (format.hasRows()) {
      throw new Refusal(
          422,
          "trial-of-rows",
          "Each row of a table becomes an item of its own. Paste the text of one row to try it.");
    }
    if (!places.tryAcquire()) {
      throw new Refusal(
          429,
          "trial-busy",
          "Other files are being tried at this moment. Try again in a few seconds.");
    }
    try {
      return processed(read(body), policy);
    } finally {
      places.release();
    }
  }

  private byte[] read(InputStream body) {
    Instant until = clock.instant().plus(LONGEST_UPLOAD);
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    try {
      int read = body.read(piece);
      while (read >= 0) {
        object.write(piece, 0, read);
        if (object.size() > ObjectCleaning.MOST_BYTES) {
          throw new Refusal(
              413, "object-too-large", sentence(ObjectOutcome.tooLarge(ObjectCleaning.MOST_BYTES)));
        }
        if (clock.instant().isAfter(until)) {
          throw new Refusal(
              408, "upload-too-slow", "The file came too slowly to be tried. Try a smaller one.");
        }
        read = body.read(piece);
      }
    } catch (IOException e) {
      throw BatchIntake.brokenOff();
    }
    return object.toByteArray();
  }

  private ObjectOutcome processed(byte[] object, DeidentificationPolicy policy) {
    if (object.length == 0) {
      return new ObjectOutcome.Kept(ObjectOutcome.EMPTY, ObjectOutcome.Details.UNKNOWN);
    }
    if (ObjectTypes.of(object, policy.encoding()) instanceof ObjectTypes.Archive) {
      throw new Refusal(
          422,
          "trial-of-archive",
          "Each file in an archive becomes an item of its own. Unpack it and try one of them.");
    }
    Hmac key = Hmac.of(secrets.newKey("object-trial"));
    ObjectProcessing processing = new ObjectProcessing(key, policy, policies.tags(), cleaning);
    return inTime(new FutureTask<>(() -> processing.process(object, 1)));
  }

  /** A fault's message may quote the object: only its class is told. */
  private ObjectOutcome inTime(FutureTask<ObjectOutcome> work) {
    Thread thread = new Thread(null, work, "try-object", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return work.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      throw new Refusal(
          422,
          "trial-too-slow",
          "Trying this file took longer than %d seconds and was stopped. Try a smaller one."
              .formatted(longest.toSeconds()));
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Trying an object was stopped.", e);
    } catch (ExecutionException e) {
      log.warn("object_trial_failed fault={}", e.getCause().getClass().getSimpleName());
      throw new Refusal(
          422,
          "trial-failed",
          "This file could not be tried: it is damaged or not what it says. Save it anew and try"
              + " again.");
    }
  }

  /** What the manifest says after the number of the object, to stand by itself. */
  static String sentence(String rest) {
    String bare = rest.replaceFirst("^Object \\d+: ", "");
    return Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
  }

  /** Why nobody would get the object to see, where that is so. */
  static Optional<String> sentence(ObjectOutcome outcome) {
    if (outcome instanceof ObjectOutcome.Kept kept) {
      return Optional.of(sentence(kept.why().sentence()));
    }
    return outcome instanceof ObjectOutcome.Refused refused
        ? Optional.of(sentence(refused.bad().sentence()))
        : Optional.empty();
  }
}
