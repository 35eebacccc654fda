package io.touchstone.release.format;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stage 1 removed from the items' sources, over all batches of the version.
 *
 * @param mode "standard" or "none"
 * @param reason why nothing was removed; present with mode "none"
 * @param policies SHA-256 of every policy that items passed
 * @param findings how many pieces of each kind were removed
 */
public record Deidentification(
    String mode, Optional<String> reason, List<String> policies, SortedMap<String, Long> findings) {

  public Deidentification {
    policies = policies.stream().sorted(Utf8Order.INSTANCE).toList();
    SortedMap<String, Long> ordered = new TreeMap<>(Utf8Order.INSTANCE);
    ordered.putAll(findings);
    findings = ordered;
  }

  /** The file {@code meta/deidentification.json}. */
  public String document() {
    CanonicalJson.Fields fields = CanonicalJson.fields().put("mode", mode);
    reason.ifPresent(why -> fields.put("reason", why));
    return CanonicalJson.document(
        fields
            .put("claim", "pseudonymised")
            .put("policySha256", policies)
            .put("findings", findings));
  }
}
