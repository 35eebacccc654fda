package io.touchstone.platform.security.project;

import io.touchstone.platform.web.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;

/**
 * How a call is bound to projects: by the things that its address names, else by its {@link Reach}.
 *
 * @param things names of the address's variables, and the kind of each thing
 * @param over how far it reaches where it names none
 * @param declared whether that was said somewhere; if not, it is over every project
 */
public record CallScope(Map<String, Thing> things, Reach.Over over, boolean declared) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}.*");

  /** By the word before the variable. */
  private static final Map<String, Thing> AFTER =
      Map.of(
          "projects", Thing.PROJECT,
          "project-drafts", Thing.PROJECT,
          "batches", Thing.BATCH,
          "items", Thing.ITEM,
          "datasets", Thing.DATASET,
          "git", Thing.DATASET,
          "dvc", Thing.DATASET,
          "remarks", Thing.REMARK);

  /** By the name of the variable, whatever stands before it. */
  private static final Map<String, Thing> NAMED =
      Map.of("taskId", Thing.TASK, "packageId", Thing.PACKAGE, "project", Thing.PROJECT);

  /**
   * The scope of a call.
   *
   * @param pattern its address, with variables in braces
   * @param handler what answers it
   */
  public static CallScope of(String pattern, Object handler) {
    String path = path(pattern);
    Map<String, Thing> things = things(path);
    Optional<Reach.Over> said =
        handler instanceof HandlerMethod method
            ? Optional.ofNullable(method.getMethodAnnotation(Reach.class)).map(Reach::value)
            : Optional.empty();
    Optional<Reach.Over> known = said.or(() -> byAddress(path));
    return new CallScope(
        things,
        known.orElse(things.isEmpty() ? Reach.Over.EVERY_PROJECT : Reach.Over.KNOWN_PROJECTS),
        known.isPresent() || !things.isEmpty());
  }

  private static String path(String pattern) {
    for (String mount : new String[] {Api.MACHINE, Api.BROWSER}) {
      if (pattern.startsWith(mount + "/")) {
        return pattern.substring(mount.length());
      }
    }
    return pattern;
  }

  private static Map<String, Thing> things(String path) {
    Map<String, Thing> things = new LinkedHashMap<>();
    String before = "";
    for (String part : path.split("/")) {
      Matcher variable = VARIABLE.matcher(part);
      if (variable.matches()) {
        Thing thing = NAMED.getOrDefault(variable.group(1), AFTER.get(before));
        if (thing != null) {
          things.put(variable.group(1), thing);
        }
      }
      before = part;
    }
    return things;
  }

  /** Oneself, and whether a page is worth showing. */
  private static Optional<Reach.Over> byAddress(String path) {
    if (path.startsWith("/me/")) {
      return Optional.of(Reach.Over.OWN);
    }
    if (path.endsWith("/access") || path.startsWith("/openapi.")) {
      return Optional.of(Reach.Over.NO_PROJECT);
    }
    return Optional.empty();
  }
}
