package io.touchstone.quality.guideline;

import io.touchstone.audit.AuditTrail;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What people found unclear in a guideline, for its owner. */
@Api
class GuidelineRemarkController {

  private static final int SHOWN = 200;

  private final GuidelineRemarkRepository remarks;
  private final AuditTrail audit;

  GuidelineRemarkController(GuidelineRemarkRepository remarks, AuditTrail audit) {
    this.remarks = remarks;
    this.audit = audit;
  }

  /** The newest first, without names. */
  record Listing(List<GuidelineRemarkRepository.Remark> remarks) {}

  @GetMapping("/guidelines/{project}/remarks")
  Listing list(@PathVariable String project, Caller caller) {
    caller.mustBe("read remarks on a guideline", Role.GUIDELINE_OWNER);
    return new Listing(remarks.newest(project, SHOWN));
  }

  /** Erases a remark for good, where it holds what should not have been written. */
  @PostMapping("/guidelines/remarks/{id}/erase")
  @Transactional
  public Map<String, Object> erase(@PathVariable String id, Caller caller) {
    caller.mustBe("erase remarks on a guideline", Role.GUIDELINE_OWNER);
    if (!id.matches("\\d{1,18}") || !remarks.erase(Long.parseLong(id))) {
      throw new Refusal(404, "unknown-remark", "There is no remark of that number.");
    }
    audit.record(caller.id(), "guideline_remark_erased", "remark:" + id, Map.of());
    return Map.of();
  }
}
