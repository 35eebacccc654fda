package io.touchstone.annotation;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a data manager looks into when the annotation gate speaks of pace. */
@Api
class PaceController {

  private final AnnotationCheck check;

  PaceController(AnnotationCheck check) {
    this.check = check;
  }

  /** The packages of a batch whose pace is undecided. */
  record PaceView(List<AnnotationCheckRepository.Undecided> undecided) {}

  @GetMapping("/batches/{id}/pace")
  PaceView pace(@PathVariable String id, Caller caller) {
    caller.mustBe("see at what pace people work", Role.DATA_MANAGER);
    return new PaceView(check.undecided(id));
  }
}
