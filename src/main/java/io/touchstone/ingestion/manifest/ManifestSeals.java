package io.touchstone.ingestion.manifest;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.crypto.MerkleTree;
import io.touchstone.platform.database.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals the manifest of a batch when stage 1 has ended. The root is named by an audit event and so
 * enters the product's one hash chain.
 */
@Service
public class ManifestSeals {

  private static final Logger log = LoggerFactory.getLogger(ManifestSeals.class);

  private final ManifestRepository manifest;
  private final ManifestSealRepository seals;
  private final AuditTrail audit;
  private final Json json;
  private final Clock clock;

  ManifestSeals(
      ManifestRepository manifest,
      ManifestSealRepository seals,
      AuditTrail audit,
      Json json,
      Clock clock) {
    this.manifest = manifest;
    this.seals = seals;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** Seals the manifest as it is; does nothing where it is sealed like that already. */
  @Transactional
  public ManifestSeal seal(String batchId) {
    MerkleTree tree = tree(batchId);
    Optional<ManifestSeal> latest = seals.latest(batchId);
    if (latest.filter(seal -> seal.root().equals(tree.root())).isPresent()) {
      return latest.get();
    }
    ManifestSeal seal =
        new ManifestSeal(
            batchId,
            latest.map(ManifestSeal::number).orElse(0) + 1,
            clock.instant(),
            tree.leaves(),
            tree.root());
    seals.insert(seal);
    audit.record(
        AuditTrail.SYSTEM,
        "manifest_sealed",
        "batch:" + batchId,
        Map.of("entries", seal.entries(), "root", seal.root()));
    log.info("manifest_sealed batch={} entries={}", batchId, seal.entries());
    return seal;
  }

  /**
   * The latest seal, and whether the manifest and the items' texts are still as it says.
   *
   * @param rootNow root as it is now
   */
  record Check(ManifestSeal seal, String rootNow) {

    boolean unchanged() {
      return seal.root().equals(rootNow);
    }
  }

  /** Recomputes the root; empty before stage 1 has ended. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<Check> check(String batchId) {
    return seals.latest(batchId).map(seal -> new Check(seal, tree(batchId).root()));
  }

  private MerkleTree tree(String batchId) {
    MerkleTree tree = new MerkleTree();
    manifest.forEach(batchId, entry -> tree.add(json.write(entry.line())));
    return tree;
  }
}
