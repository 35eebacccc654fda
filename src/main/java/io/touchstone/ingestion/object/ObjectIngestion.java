package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.ingestion.item.BatchSecrets;
import io.touchstone.ingestion.item.IngestionRepository;
import io.touchstone.ingestion.item.IngestionRepository.OpenSource;
import io.touchstone.ingestion.item.ManifestEntry;
import io.touchstone.ingestion.item.NewItem;
import io.touchstone.ingestion.item.RememberedRepository;
import io.touchstone.ingestion.item.SecondPassRepository;
import io.touchstone.ingestion.item.SourceObject;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.RowPosition;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.engine.JobQueue;
import io.touchstone.platform.store.EncryptedObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Turns delivered objects, files and members of archives, into items and manifest entries. */
@Service
public class ObjectIngestion {

  private static final Logger log = LoggerFactory.getLogger(ObjectIngestion.class);
  private static final int CHUNK_OBJECTS = 200;
  private static final long CHUNK_BYTES = 8L << 20;
  private static final Duration CHUNK_TIME = Duration.ofSeconds(10);

  /** A turn while the jobs of other batches wait for a thread. */
  private static final Duration SHARED_TIME = Duration.ofSeconds(1);

  private final IngestionRepository repository;
  private final ItemObjects itemObjects;
  private final ItemObjectRepository entries;
  private final SecondPassRepository secondPass;
  private final RememberedRepository remembered;
  private final EncryptedObjects objects;
  private final ObjectCleaning cleaning;
  private final DeidentificationPolicies policies;
  private final JobQueue queue;
  private final Clock clock;

  ObjectIngestion(
      IngestionRepository repository,
      ItemObjects itemObjects,
      ItemObjectRepository entries,
      SecondPassRepository secondPass,
      RememberedRepository remembered,
      EncryptedObjects objects,
      ObjectCleaning cleaning,
      DeidentificationPolicies policies,
      JobQueue queue,
      Clock clock) {
    this.repository = repository;
    this.itemObjects = itemObjects;
    this.entries = entries;
    this.secondPass = secondPass;
    this.remembered = remembered;
    this.objects = objects;
    this.cleaning = cleaning;
    this.policies = policies;
    this.queue = queue;
    this.clock = clock;
  }

  /** How much of a chunk is used up. */
  private static final class Chunk {
    private final Instant began;
    private int count;
    private long bytes;

    Chunk(Instant began) {
      this.began = began;
    }
  }

  /** Which object of which source it is, and where it lies in archives within that. */
  private record Place(SourceObject source, long number, List<Integer> path) {

    String sourceId() {
      return source.id();
    }
  }

  /**
   * Ingests objects from this source on: at most 200 of them, about 8 MiB and 10 seconds, 1 second
   * while other work of the engine waits, at least one. Within the caller's transaction.
   *
   * @param first locked, no rows
   * @return how many objects were ingested
   */
  public int ingest(OpenSource first, Batch batch, Hmac key, DeidentificationPolicy policy) {
    Chunk chunk = new Chunk(clock.instant());
    ObjectProcessing processing = new ObjectProcessing(key, policy, policies.tags(), cleaning);
    Optional<OpenSource> next = Optional.of(first);
    while (next.isPresent() && !next.get().source().format().hasRows() && hasRoom(chunk)) {
      ingest(next.get(), batch, key, policy, processing, chunk);
      next = repository.lockNextSource(batch.id());
    }
    return chunk.count;
  }

  private boolean hasRoom(Chunk chunk) {
    Duration spent = Duration.between(chunk.began, clock.instant());
    return chunk.count < CHUNK_OBJECTS
        && chunk.bytes < CHUNK_BYTES
        && spent.compareTo(CHUNK_TIME) < 0
        && (spent.compareTo(SHARED_TIME) < 0 || !queue.isFull());
  }

  private void ingest(
      OpenSource open,
      Batch batch,
      Hmac key,
      DeidentificationPolicy policy,
      ObjectProcessing processing,
      Chunk chunk) {
    SourceObject source = open.source();
    long number = open.next().line();
    try (Members members = Members.open(source, objects, BatchSecrets.dataKey(key))) {
      while (number <= source.rows() && hasRoom(chunk)) {
        ZipArchive.Member member = members.member((int) number);
        Place place = new Place(source, number, members.path((int) number));
        save(member, place, batch, key, policy, processing, chunk);
        chunk.count++;
        number++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    repository.advance(
        source, new RowPosition(0, number, Optional.empty(), 0), number > source.rows());
  }

  private void save(
      ZipArchive.Member member,
      Place place,
      Batch batch,
      Hmac key,
      DeidentificationPolicy policy,
      ObjectProcessing processing,
      Chunk chunk)
      throws IOException {
    String sha256 = policy.sha256();
    if (member instanceof ZipArchive.Member.Kept kept) {
      keep(place, batch, kept.why(), ObjectOutcome.Details.UNKNOWN, sha256);
      return;
    }
    byte[] object = ((ZipArchive.Member.Content) member).bytes();
    chunk.bytes += object.length;
    if (object.length == 0) {
      keep(place, batch, ObjectOutcome.EMPTY, ObjectOutcome.Details.UNKNOWN, sha256);
      return;
    }
    String hash = processing.contentHash(object);
    Map<String, String> known = repository.rowsByContent(batch.id(), List.of(hash));
    if (known.containsKey(hash)) {
      enter(
          batch,
          ManifestEntry.duplicate(place.sourceId(), place.number(), known.get(hash), sha256));
      if (!place.path().isEmpty()) {
        describe(place, ObjectOutcome.Details.UNKNOWN);
      }
      return;
    }
    ObjectOutcome outcome = processing.process(object, place.number());
    if (outcome instanceof ObjectOutcome.Usable usable) {
      use(place, batch, key, usable, hash, sha256);
    } else if (outcome instanceof ObjectOutcome.Refused refused) {
      enter(batch, ManifestEntry.rejected(place.sourceId(), place.number(), refused.bad(), sha256));
      describe(place, refused.details());
    } else {
      ObjectOutcome.Kept kept = (ObjectOutcome.Kept) outcome;
      keep(place, batch, kept.why(), kept.details(), sha256);
    }
  }

  private void use(
      Place place, Batch batch, Hmac key, ObjectOutcome.Usable usable, String hash, String sha256)
      throws IOException {
    String id = key.id("item", place.source().digest(), String.valueOf(place.number()));
    List<NewItem> item =
        List.of(
            new NewItem(
                id, Optional.empty(), usable.text(), hash, usable.offsets(), usable.remembered()));
    repository.insertItems(batch.id(), batch.projectKey(), item, clock.instant());
    remembered.store(item);
    enter(batch, ManifestEntry.ok(place.sourceId(), place.number(), id, usable.findings(), sha256));
    describe(place, usable.details());
    if (usable.object().isPresent()) {
      String type = usable.details().type().map(ObjectType::mediaType).orElseThrow();
      itemObjects.store(
          batch.projectKey(), batch.id(), id, type, usable.object().get(), usable.asides());
      itemObjects.doubt(id, usable.places());
    }
    secondPass.remember(batch.id(), usable.found());
  }

  private void keep(
      Place place, Batch batch, Quarantined why, ObjectOutcome.Details details, String sha256) {
    enter(batch, ManifestEntry.quarantined(place.sourceId(), place.number(), why, sha256));
    describe(place, details);
    log.info(
        "object_quarantined source={} object={} reason={}",
        place.sourceId(),
        place.number(),
        why.reason());
  }

  private void describe(Place place, ObjectOutcome.Details details) {
    entries.describe(place.sourceId(), place.number(), details, place.path());
  }

  private void enter(Batch batch, ManifestEntry entry) {
    repository.insertEntries(batch.id(), List.of(entry), clock.instant());
  }
}
