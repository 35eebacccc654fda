package io.touchstone.project;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** How a guideline's Markdown will look beside an item. */
@Api
class GuidelineController {

  /** Markdown, as it stands in an editor. */
  record Draft(Optional<String> markdown) {}

  /** The same as HTML that is safe to show. */
  record Preview(String html) {}

  /** Stores nothing. */
  @Reach(Reach.Over.NO_PROJECT)
  @PostMapping("/guidelines/preview")
  Preview preview(@RequestBody Draft draft, Caller caller) {
    caller.mustBe("preview guidelines", Role.GUIDELINE_OWNER, Role.DATA_MANAGER);
    String markdown = draft.markdown().orElse("");
    Guidelines.check(markdown);
    return new Preview(GuidelineHtml.render(markdown));
  }
}
