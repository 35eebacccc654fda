package io.touchstone.tasking.reassignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.tasking.ReturnReason;
import io.touchstone.tasking.WorkPackage;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Giving a work package back. */
@Api
class ReturnController {

  private final PackageReturns returns;

  ReturnController(PackageReturns returns) {
    this.returns = returns;
  }

  /** Why: not-my-field, conflict-of-interest or no-time. */
  record ReturnRequest(Optional<String> reason) {}

  /**
   * The answer.
   *
   * @param where others, shared, yours or waiting
   */
  record ReturnAnswer(
      @JsonProperty("package") String packageId, String where, Optional<NextTask> next) {}

  /** The task of the package that is open now. */
  record NextTask(String taskId) {}

  @PostMapping("/work/{packageId}/return")
  ReturnAnswer giveBack(
      @PathVariable String packageId, @RequestBody ReturnRequest request, Caller caller) {
    caller.mustBe("give work back", Role.ANNOTATOR, Role.REVIEWER);
    ReturnReason reason =
        request
            .reason()
            .flatMap(ReturnReason::givenAs)
            .orElseThrow(
                () ->
                    new Refusal(
                        422,
                        "return-reason",
                        "Say why in \"reason\": not-my-field, conflict-of-interest or no-time."));
    PackageReturns.GivenBack back = returns.giveBack(caller.id(), packageId, reason);
    return new ReturnAnswer(
        packageId,
        back.where().name().toLowerCase(Locale.ROOT),
        back.next().flatMap(WorkPackage::taskId).map(NextTask::new));
  }
}
