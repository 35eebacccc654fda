package io.touchstone.ingestion;

import io.touchstone.audit.AuditTrail;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.engine.ProcessSets;
import io.touchstone.platform.engine.Processes;
import io.touchstone.platform.store.EncryptedObjects;
import io.touchstone.platform.store.EncryptedObjects.Written;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.DeliveryEncoding;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Receives deliveries: each becomes a batch whose pipeline starts at once. */
@Service
public class BatchIntake {

  private static final Logger log = LoggerFactory.getLogger(BatchIntake.class);

  private final IntakeRepository repository;
  private final Projects projects;
  private final Secrets secrets;
  private final MasterKey master;
  private final EncryptedObjects objects;
  private final AuditTrail audit;
  private final Processes processes;
  private final ProcessSets sets;
  private final Clock clock;
  private final TransactionTemplate transaction;

  BatchIntake(
      IntakeRepository repository,
      Projects projects,
      Secrets secrets,
      MasterKey master,
      EncryptedObjects objects,
      AuditTrail audit,
      Processes processes,
      ProcessSets sets,
      Clock clock,
      TransactionTemplate transaction) {
    this.repository = repository;
    this.sets = sets;
    this.projects = projects;
    this.secrets = secrets;
    this.master = master;
    this.objects = objects;
    this.audit = audit;
    this.processes = processes;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Stores the files encrypted while it reads them and starts the pipeline. The long reading is
   * outside every transaction; batch, sources, audit event and process instance are one.
   *
   * @param submittedBy user id
   * @param sources read one after the other
   * @return the batch id, project key and number
   * @throws Refusal 400 for a delivery that breaks off, 404 for an unknown project, 415 for what
   *     does not say what it is, 422 for a delivery without a readable row
   */
  public String receive(String projectKey, String submittedBy, Iterable<Source> sources) {
    return receive(projectKey, submittedBy, sources, batchId -> {});
  }

  /**
   * As {@link #receive(String, String, Iterable)}.
   *
   * @param also what belongs into the transaction that makes the batch; gets its id
   */
  String receive(
      String projectKey, String submittedBy, Iterable<Source> sources, Consumer<String> also) {
    Project project = projects.require(projectKey);
    int number = transaction.execute(status -> repository.takeNumber(projectKey));
    String batchId = projectKey + "-" + number;
    byte[] key = secrets.newKey(BatchKeys.purpose(batchId));
    List<SourceObject> stored =
        store(batchId, submittedBy, Hmac.of(key), project.settings(), sources);
    transaction.executeWithoutResult(
        status -> {
          begin(batchId, project, submittedBy, key, stored);
          also.accept(batchId);
        });
    log.info("batch_received batch={} sources={}", batchId, stored.size());
    return batchId;
  }

  private void begin(
      String batchId, Project project, String by, byte[] key, List<SourceObject> sources) {
    repository.insertBatch(
        batchId, project, by, clock.instant(), master.wrap(key, BatchKeys.purpose(batchId)));
    sources.forEach(repository::insertSource);
    processes.start(Processes.PIPELINE, batchId);
    String set = sets.ofBatch(batchId).orElseThrow().sha256();
    repository.setProcessSet(batchId, set);
    audit.record(
        by,
        "batch_received",
        "batch:" + batchId,
        Map.of(
            "project", project.key(),
            "sources", sources.size(),
            "bytes", sources.stream().mapToLong(SourceObject::bytes).sum(),
            "rows", sources.stream().mapToLong(SourceObject::rows).sum(),
            "digests", sources.stream().map(SourceObject::digest).toList(),
            "processSet", set));
  }

  private List<SourceObject> store(
      String batchId, String by, Hmac key, ProjectSettings settings, Iterable<Source> sources) {
    List<SourceObject> stored = new ArrayList<>();
    boolean complete = false;
    int attempted = 0;
    try {
      for (Source source : sources) {
        attempted++;
        stored.add(store(batchId, attempted, key, settings, source));
      }
      if (stored.isEmpty()) {
        throw new Refusal(422, "no-files", "The delivery holds no file. Send at least one.");
      }
      complete = true;
      return stored;
    } catch (Refusal refusal) {
      throw audited(batchId, by, refusal);
    } catch (DeliveryStream.BrokenOff e) {
      throw audited(batchId, by, brokenOff());
    } catch (IOException e) {
      throw new UncheckedIOException("A delivery could not be stored.", e);
    } finally {
      if (!complete) {
        discard(batchId, attempted);
      }
    }
  }

  /** The number of the batch is spent, so the audit says on what. */
  private Refusal audited(String batchId, String by, Refusal refusal) {
    transaction.executeWithoutResult(
        status ->
            audit.record(by, "batch_refused", "batch:" + batchId, Map.of("type", refusal.type())));
    return refusal;
  }

  private SourceObject store(
      String batchId, int position, Hmac key, ProjectSettings settings, Source source)
      throws IOException {
    SourceFormat format =
        SourceFormat.ofMediaType(source.mediaType()).orElseThrow(BatchIntake::unsupported);
    EncryptedObjects.Address address = SourceObject.address(batchId, position);
    byte[] dataKey = BatchSecrets.dataKey(key);
    Written written =
        objects.write(
            address, dataKey, BatchSecrets.digestKey(key), new DeliveryStream(source.content()));
    if (!format.hasRows()) {
      Shape shape = shape(address, dataKey);
      return new SourceObject(
          address.key(),
          batchId,
          position,
          shape.format(),
          written.bytes(),
          written.digest(),
          shape.files(),
          shape.layout());
    }
    if (written.bytes() == 0) {
      throw SourceCheck.empty(position);
    }
    try (InputStream content = objects.open(address, dataKey, 0)) {
      long rows =
          SourceCheck.rows(
              format,
              position,
              content,
              settings.deidentification().rules().columns(),
              settings.deliveryEncoding().flatMap(DeliveryEncoding::of));
      return new SourceObject(
          address.key(),
          batchId,
          position,
          format,
          written.bytes(),
          written.digest(),
          rows,
          ArchiveLayout.FLAT);
    }
  }

  /** Whether an object is an archive, and what lies in it. */
  private record Shape(SourceFormat format, int files, ArchiveLayout layout) {
    static final Shape ONE = new Shape(SourceFormat.OBJECT, 1, ArchiveLayout.FLAT);
  }

  /** What is no archive, or one with too many files to open, is one object. */
  private Shape shape(EncryptedObjects.Address address, byte[] dataKey) throws IOException {
    Optional<Archive> opened = Archive.open(objects.channel(address, dataKey));
    if (opened.isEmpty()) {
      return Shape.ONE;
    }
    try (Archive archive = opened.get()) {
      return NestedArchive.layout(archive)
          .map(found -> new Shape(SourceFormat.ARCHIVE, found.files(archive.size()), found))
          .orElse(Shape.ONE);
    }
  }

  private void discard(String batchId, int count) {
    for (int position = 1; position <= count; position++) {
      try {
        objects.delete(SourceObject.address(batchId, position));
      } catch (IOException e) {
        log.warn("object_left batch={} position={} until=sweep", batchId, position);
      }
    }
  }

  /** What to say when the sender's side failed. */
  static Refusal brokenOff() {
    return new Refusal(
        400,
        "delivery-broken-off",
        "The delivery broke off before its end or is no well-formed multipart body. Send it"
            + " again.");
  }

  /** What to say to a media type that stage 1 does not read. */
  static Refusal unsupported() {
    return new Refusal(
        415,
        "unsupported-media-type",
        "A batch is JSON Lines (application/x-ndjson), CSV (text/csv), a ZIP, or documents, images"
            + " and recordings, as the body or as files of a multipart/form-data body. Declare what"
            + " it is; a JSON file is to be sent as JSON Lines.");
  }
}
