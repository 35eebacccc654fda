package io.touchstone.pipeline;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What people call a batch. */
@Api
class BatchNameController {

  private final BatchNames names;

  BatchNameController(BatchNames names) {
    this.names = names;
  }

  /** A name of up to 80 characters; empty takes it away. */
  record Naming(Optional<String> name) {}

  @PutMapping("/batches/{id}/name")
  Naming name(@PathVariable String id, @RequestBody Naming naming, Caller caller) {
    caller.mustBe("name batches", Role.DATA_MANAGER);
    return new Naming(names.name(id, naming.name().orElse(""), caller.id()));
  }
}
