package io.touchstone.ingestion.intake;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.item.ArchiveLayout;
import io.touchstone.ingestion.item.BatchSecrets;
import io.touchstone.ingestion.item.SourceObject;
import io.touchstone.ingestion.object.NestedArchive;
import io.touchstone.ingestion.object.ZipArchive;
import io.touchstone.ingestion.row.RowForm;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.pipeline.BatchKeys;
import io.touchstone.pipeline.BatchRowRepository;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.crypto.Sha256;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.platform.engine.process.ProcessSets;
import io.touchstone.platform.engine.process.Processes;
import io.touchstone.platform.store.EncryptedObjects;
import io.touchstone.platform.store.EncryptedObjects.Written;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.DeliveryEncoding;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import io.touchstone.project.RowNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Receives deliveries: each becomes a batch whose pipeline starts at once. */
@Service
public class BatchIntake {

  private static final Logger log = LoggerFactory.getLogger(BatchIntake.class);

  /** Longer than any upload; objects without a row are swept after the same time. */
  private static final Duration UPLOAD_LASTS = Duration.ofDays(1);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK);

  private final IntakeRepository repository;
  private final BatchRowRepository batches;
  private final StoredKeyRepository keys;
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
      BatchRowRepository batches,
      StoredKeyRepository keys,
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
    this.batches = batches;
    this.keys = keys;
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
   * As {@link #receive(String, String, Iterable, boolean)}, whatever came before.
   *
   * @return the batch id, project key and number
   */
  public String receive(String projectKey, String submittedBy, Iterable<Source> sources) {
    return receive(projectKey, submittedBy, sources, true);
  }

  /**
   * Stores the files encrypted while it reads them and starts the pipeline. The long reading is
   * outside every transaction; batch, sources, audit event and process instance are one.
   *
   * @param submittedBy user id
   * @param sources read one after the other
   * @param again whether files that the project has had before are to be taken once more
   * @return the batch id, project key and number
   * @throws Refusal 400 for a delivery that breaks off, 404 for an unknown project, 409 for one
   *     that came before, 415 for what does not say what it is, 422 for a delivery without a
   *     readable row; none of them uses up a number
   */
  String receive(String projectKey, String submittedBy, Iterable<Source> sources, boolean again) {
    return receive(projectKey, submittedBy, sources, again, batchId -> {});
  }

  /**
   * As {@link #receive(String, String, Iterable)}.
   *
   * @param also what belongs into the transaction that makes the batch; gets its id
   */
  String receive(
      String projectKey, String submittedBy, Iterable<Source> sources, Consumer<String> also) {
    return receive(projectKey, submittedBy, sources, true, also);
  }

  private String receive(
      String projectKey,
      String submittedBy,
      Iterable<Source> sources,
      boolean again,
      Consumer<String> also) {
    Project project = projects.require(projectKey);
    Instant now = clock.instant();
    int number =
        transaction.execute(
            status -> repository.takeNumber(projectKey, now, now.minus(UPLOAD_LASTS)));
    String batchId = projectKey + "-" + number;
    byte[] key = secrets.newKey(BatchKeys.purpose(batchId));
    List<SourceObject> stored = store(batchId, number, submittedBy, Hmac.of(key), project, sources);
    try {
      transaction.executeWithoutResult(
          status -> {
            List<IntakeRepository.Earlier> earlier = earlier(projectKey, stored);
            if (!again && !earlier.isEmpty()) {
              throw cameBefore(stored, earlier);
            }
            repository.useNumber(projectKey, number);
            begin(batchId, project, submittedBy, key, stored, earlier);
            also.accept(batchId);
          });
    } catch (Refusal refusal) {
      discard(batchId, stored.size());
      throw refused(projectKey, number, submittedBy, refusal);
    }
    log.info("batch_received batch={} sources={}", batchId, stored.size());
    return batchId;
  }

  private List<IntakeRepository.Earlier> earlier(String projectKey, List<SourceObject> stored) {
    return repository.earlier(
        projectKey, stored.stream().flatMap(each -> each.deliveryDigest().stream()).toList());
  }

  /** Says when it came and in which batch, and how to have it taken all the same. */
  private static Refusal cameBefore(
      List<SourceObject> stored, List<IntakeRepository.Earlier> earlier) {
    IntakeRepository.Earlier latest =
        earlier.stream().max(Comparator.comparing(IntakeRepository.Earlier::at)).orElseThrow();
    Set<String> known =
        earlier.stream().map(IntakeRepository.Earlier::digest).collect(Collectors.toSet());
    List<Integer> files =
        stored.stream()
            .filter(each -> each.deliveryDigest().filter(known::contains).isPresent())
            .map(SourceObject::position)
            .toList();
    String what =
        files.size() == stored.size()
            ? "This delivery"
            : "%d of the %d files of this delivery".formatted(files.size(), stored.size());
    return new Refusal(
        409,
        "delivery-came-before",
        "%s came before, byte for byte: on %s in batch %s. Send it with again=true if it is to be labelled once more."
            .formatted(what, DAY.format(latest.at().atOffset(ZoneOffset.UTC)), latest.batchId()),
        Map.of("batch", latest.batchId(), "at", latest.at().toString(), "files", files));
  }

  private void begin(
      String batchId,
      Project project,
      String by,
      byte[] key,
      List<SourceObject> sources,
      List<IntakeRepository.Earlier> earlier) {
    batches.insert(
        batchId, project, by, clock.instant(), master.wrap(key, BatchKeys.purpose(batchId)));
    sources.forEach(repository::insertSource);
    processes.start(Processes.PIPELINE, batchId);
    String set = sets.ofBatch(batchId).orElseThrow().sha256();
    batches.setProcessSet(batchId, set);
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
            "processSet", set,
            "cameBefore",
                earlier.stream().map(IntakeRepository.Earlier::batchId).distinct().toList()));
  }

  private List<SourceObject> store(
      String batchId, int number, String by, Hmac key, Project project, Iterable<Source> sources) {
    Hmac deliveries = Hmac.of(keys.require("deliveries:" + project.key()));
    List<SourceObject> stored = new ArrayList<>();
    boolean complete = false;
    int attempted = 0;
    try {
      for (Source source : sources) {
        attempted++;
        stored.add(
            store(batchId, attempted, new DigestKeys(key, deliveries), project.settings(), source));
      }
      if (stored.isEmpty()) {
        throw new Refusal(422, "no-files", "The delivery holds no file. Send at least one.");
      }
      complete = true;
      return stored;
    } catch (Refusal refusal) {
      throw refused(project.key(), number, by, refusal);
    } catch (DeliveryStream.BrokenOff e) {
      throw refused(project.key(), number, by, brokenOff());
    } catch (IOException e) {
      throw new UncheckedIOException("A delivery could not be stored.", e);
    } finally {
      if (!complete) {
        discard(batchId, attempted);
      }
    }
  }

  /** Whoever comes next gets the number; that somebody was refused stays on record. */
  private Refusal refused(String projectKey, int number, String by, Refusal refusal) {
    transaction.executeWithoutResult(
        status -> {
          repository.giveBack(projectKey, number);
          audit.record(
              by, "batch_refused", "project:" + projectKey, Map.of("type", refusal.type()));
        });
    return refusal;
  }

  /**
   * Under which keys a file is known.
   *
   * @param batch of the batch, from which all its keys come
   * @param deliveries of the project, the same for all its batches
   */
  private record DigestKeys(Hmac batch, Hmac deliveries) {}

  private SourceObject store(
      String batchId, int position, DigestKeys keys, ProjectSettings settings, Source source)
      throws IOException {
    SourceFormat format =
        SourceFormat.ofMediaType(source.mediaType()).orElseThrow(BatchIntake::unsupported);
    EncryptedObjects.Address address = SourceObject.address(batchId, position);
    byte[] dataKey = BatchSecrets.dataKey(keys.batch());
    MessageDigest whole = Sha256.digest();
    Written written =
        objects.write(
            address,
            dataKey,
            BatchSecrets.digestKey(keys.batch()),
            new DigestInputStream(new DeliveryStream(source.content()), whole));
    Optional<String> delivered =
        Optional.of(keys.deliveries().id(HexFormat.of().formatHex(whole.digest())));
    if (!format.hasRows()) {
      Shape shape = shape(address, dataKey);
      return new SourceObject(
          address.key(),
          batchId,
          position,
          shape.format(),
          written.bytes(),
          written.digest(),
          delivered,
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
              new RowForm(
                  settings.rowNames().orElse(RowNames.PLAIN),
                  settings.deidentification().rules().columns(),
                  settings.deliveryEncoding().flatMap(DeliveryEncoding::of)));
      return new SourceObject(
          address.key(),
          batchId,
          position,
          format,
          written.bytes(),
          written.digest(),
          delivered,
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
    Optional<ZipArchive> opened = ZipArchive.open(objects.channel(address, dataKey));
    if (opened.isEmpty()) {
      return Shape.ONE;
    }
    try (ZipArchive archive = opened.get()) {
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
  public static Refusal brokenOff() {
    return new Refusal(
        400,
        "delivery-broken-off",
        "The delivery broke off before its end or is no well-formed multipart body. Send it"
            + " again.");
  }

  /** What to say to a media type that stage 1 does not read. */
  public static Refusal unsupported() {
    return new Refusal(
        415,
        "unsupported-media-type",
        "A batch is JSON Lines (application/x-ndjson), CSV (text/csv), a ZIP, or documents, images"
            + " and recordings, as the body or as files of a multipart/form-data body. Declare what"
            + " it is; a JSON file is to be sent as JSON Lines.");
  }
}
