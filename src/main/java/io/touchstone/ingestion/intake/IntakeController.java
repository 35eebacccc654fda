package io.touchstone.ingestion.intake;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deliveries of data. */
@Api
class IntakeController {

  private final BatchIntake intake;

  IntakeController(BatchIntake intake) {
    this.intake = intake;
  }

  /** The answer to a delivery. */
  record Received(String batchId) {}

  /**
   * Takes files, or a body that is one, and starts a batch of them.
   *
   * @param again whether files that the project has had before, byte for byte, are taken once more
   */
  @PostMapping("/projects/{key}/batches")
  ResponseEntity<Received> receive(
      @PathVariable String key,
      @RequestParam(defaultValue = "false") boolean again,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    caller.mustBe("deliver data", Role.DATA_MANAGER);
    String batchId = intake.receive(key, caller.id(), Upload.sources(request), again);
    String door = request.getRequestURI().startsWith(Api.BROWSER) ? Api.BROWSER : Api.MACHINE;
    return ResponseEntity.accepted()
        .location(URI.create(door + "/batches/" + batchId))
        .body(new Received(batchId));
  }
}
