package io.touchstone.audit;

import io.touchstone.audit.ChainCheck.Broken;
import io.touchstone.audit.ChainCheck.Intact;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.crypto.MerkleTree;
import io.touchstone.platform.database.Json;
import io.touchstone.platform.database.StoredKeyRepository;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one hash chain of the product, over the audit trail: seals that each cover a block of events
 * and the seal before. Whatever else must not change (a manifest, a dataset version) enters by an
 * event that names its digest.
 *
 * <p>Events are sealed a few seconds after they were committed, not while: a chain that grows
 * within each transaction would make everybody wait for everybody.
 */
@Service
public class AuditChain {

  private static final Logger log = LoggerFactory.getLogger(AuditChain.class);
  private static final int EVENTS_PER_SEAL = 10_000;
  static final String KEY = "audit-seal";

  private final SealRepository seals;
  private final StoredKeyRepository keys;
  private final SealCopy copy;
  private final SealSender sender;
  private final Json json;
  private final Clock clock;

  AuditChain(
      SealRepository seals,
      StoredKeyRepository keys,
      SealCopy copy,
      SealSender sender,
      Json json,
      Clock clock) {
    this.seals = seals;
    this.keys = keys;
    this.copy = copy;
    this.sender = sender;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Seals the oldest events that are not sealed yet, at most 10,000; does nothing while another
   * node does it.
   *
   * @return the seal, or empty if nothing waited
   */
  @Transactional
  public Optional<Seal> seal() {
    if (!seals.lock()) {
      return Optional.empty();
    }
    List<SealedEvent> taken = seals.take(EVENTS_PER_SEAL);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Optional<Seal> last = seals.last();
    Seal seal =
        Seal.of(
            last.map(Seal::number).orElse(0L) + 1,
            // As precise as the database keeps it.
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            taken.stream().map(SealedEvent::seq).toList(),
            root(taken),
            last.map(Seal::hash).orElse(Seal.BEGINNING),
            key());
    seals.insert(seal);
    tellOutside(seal);
    log.info("audit_sealed seal={} events={} hash={}", seal.number(), taken.size(), seal.hash());
    return Optional.of(seal);
  }

  /**
   * Writes and sends the seal when it is committed. A copy that tells of another trail is evidence,
   * and stays.
   */
  private void tellOutside(Seal seal) {
    boolean evidence = contradiction(copy.read()).isPresent();
    if (evidence) {
      log.error(
          "audit_trail_contradicted file={} do=\"check the audit trail in Cockpit\"", copy.file());
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            if (!evidence) {
              copy.write(seal);
            }
            sender.send(seal);
          }
        });
  }

  /** What a copy of the newest seal says against the chain; nothing where there is no copy. */
  private Optional<Broken> contradiction(Optional<SealCopy.Kept> kept) {
    return kept.filter(seal -> seals.hash(seal.number()).filter(seal.hash()::equals).isEmpty())
        .map(
            seal ->
                new Broken(
                    seal.number(),
                    seal.equals(SealCopy.Kept.UNREADABLE)
                        ? "The copy of the newest seal in %s says none: it was damaged."
                            .formatted(copy.file())
                        : "The copy of the newest seal in %s names seal %d of %s with the hash %s, which this trail has not: it was emptied, shortened or begun anew."
                            .formatted(copy.file(), seal.number(), seal.at(), seal.hash())));
  }

  /** Whether the newest seal has a copy outside of the database, and where. */
  public String secondPlace() {
    return Files.exists(copy.file())
        ? "The newest seal is also in " + copy.file() + ", and this trail has it."
        : "There is no copy of the newest seal in "
            + copy.file()
            + ": a trail that was shortened before the next seal cannot be told.";
  }

  /**
   * Walks along the whole chain and recomputes every hash from the events as they are now; then
   * looks for the seal that is kept outside of the database.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ChainCheck check() {
    // Before the first query: a seal is copied after its commit, so what the copy names is seen
    // then.
    Optional<SealCopy.Kept> kept = copy.read();
    ChainWalk walk = new ChainWalk(key());
    long beginning = seals.beginning();
    seals.forEach(seal -> walk.next(seal, each -> now(each, beginning)));
    SealRepository.Counts counts = seals.counts();
    return walk.broken()
        .or(() -> contradiction(kept))
        .or(() -> foreign(seals.waiting(), beginning).map(AuditChain::foreignAndWaiting))
        .<ChainCheck>map(found -> found)
        .orElseGet(() -> compare(walk, counts));
  }

  private static ChainCheck compare(ChainWalk walk, SealRepository.Counts counts) {
    long outside = counts.events() - counts.waiting() - walk.events();
    if (counts.events() == 0) {
      return new Broken(
          0, "The trail is empty, though every installation's trail has a beginning.");
    }
    if (outside != 0) {
      return new Broken(
          0,
          "The trail has %d events, but %d are sealed and %d wait for a seal: events were added or removed behind the product's back."
              .formatted(counts.events(), walk.events(), counts.waiting()));
    }
    return new Intact(walk.seals(), walk.events(), counts.waiting(), walk.head());
  }

  /** Shows every seal, the first one first, in constant memory. */
  @Transactional(readOnly = true)
  public void forEach(Consumer<Seal> visitor) {
    seals.forEach(visitor);
  }

  private ChainWalk.Now now(Seal seal, long beginning) {
    List<StoredEvent> events = seals.events(seal.events());
    return new ChainWalk.Now(
        root(events.stream().map(StoredEvent::event).toList()), foreign(events, beginning));
  }

  /** The first event that this installation did not write; older ones bear no keyed hash. */
  private Optional<Long> foreign(List<StoredEvent> events, long beginning) {
    Hmac key = key();
    return events.stream()
        .filter(each -> each.event().seq() > beginning)
        .filter(each -> !each.mac().equals(Optional.of(each.event().mac(json, key))))
        .map(each -> each.event().seq())
        .findFirst();
  }

  private static Broken foreignAndWaiting(long seq) {
    return new Broken(
        0,
        "Event %d, which waits for a seal, was not written by this installation: it was changed or added behind the product's back."
            .formatted(seq));
  }

  private String root(List<SealedEvent> events) {
    MerkleTree tree = new MerkleTree();
    events.forEach(event -> tree.add(event.leaf(json)));
    return tree.root();
  }

  private Hmac key() {
    return Hmac.of(keys.require(KEY));
  }
}
