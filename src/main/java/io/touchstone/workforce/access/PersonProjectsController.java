package io.touchstone.workforce.access;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.security.project.KnownProjects;
import io.touchstone.platform.security.project.Reach;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Which projects a person may know, to read and to say anew. */
@Api
class PersonProjectsController {

  private final PersonProjects people;

  PersonProjectsController(PersonProjects people) {
    this.people = people;
  }

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @GetMapping("/people/{id}/projects")
  PersonProjects.View projects(@PathVariable String id, Caller caller) {
    caller.mustBe("see which projects somebody may know", Role.DATA_MANAGER);
    return people.of(id, caller);
  }

  /**
   * What a person may know.
   *
   * @param all every project, those of tomorrow included
   * @param projects keys, where it is not all
   */
  record Wanted(Optional<Boolean> all, Optional<List<String>> projects) {}

  @Reach(Reach.Over.KNOWN_PROJECTS)
  @PutMapping("/people/{id}/projects")
  PersonProjects.View set(@PathVariable String id, @RequestBody Wanted wanted, Caller caller) {
    caller.mustBe("say which projects somebody may know", Role.DATA_MANAGER);
    boolean all = wanted.all().orElse(false);
    List<String> keys = wanted.projects().orElse(List.of());
    boolean said = wanted.all().isPresent() || wanted.projects().isPresent();
    if (!said || all && !keys.isEmpty() || keys.stream().anyMatch(Objects::isNull)) {
      throw new Refusal(
          422,
          "access-unclear",
          "Send {\"all\": true}, or {\"all\": false, \"projects\": [...]} with the keys.");
    }
    return people.set(id, new KnownProjects(all, Set.copyOf(keys)), caller);
  }
}
