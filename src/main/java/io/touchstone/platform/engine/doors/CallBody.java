package io.touchstone.platform.engine.doors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the body of an allowed call must be. */
enum CallBody {
  /** The body is none of the door's business. */
  ANYTHING {
    @Override
    boolean accepts(JsonNode body, String caller) {
      return true;
    }
  },

  /** Nobody takes a task for another. */
  OWN_CLAIM {
    @Override
    boolean accepts(JsonNode body, String caller) {
      return names(body).equals(Set.of("userId"))
          && body.path("userId").isTextual()
          && body.path("userId").textValue().equals(caller);
    }
  },

  /**
   * What Tasklist sends for its list. The body is a task query, so a condition on variables would
   * answer yes-or-no questions about them, and sorting by a variable would tell their order.
   */
  TASK_LIST {
    @Override
    boolean accepts(JsonNode body, String caller) {
      return body.isObject()
          && names(body).stream().allMatch(name -> isListed(name, body.get(name)));
    }
  };

  private static final Set<String> SORTABLE =
      Set.of("created", "lastUpdated", "dueDate", "followUpDate", "priority", "assignee", "name");
  private static final Map<String, Set<String>> SORTING =
      Map.of("sortBy", SORTABLE, "sortOrder", Set.of("asc", "desc"));

  /** Whether the call may go on with this body. */
  abstract boolean accepts(JsonNode body, String caller);

  private static boolean isListed(String name, JsonNode value) {
    return switch (name) {
      case "processVariables", "taskVariables", "caseInstanceVariables" ->
          value.isArray() && value.isEmpty();
      case "firstResult", "maxResults" -> value.isIntegralNumber();
      case "active" -> value.isBoolean();
      case "sorting" -> value.isArray() && allPlain(value);
      default -> false;
    };
  }

  private static boolean allPlain(JsonNode sorting) {
    for (JsonNode entry : sorting) {
      boolean plain =
          names(entry).stream()
              .allMatch(
                  name ->
                      SORTING.containsKey(name)
                          && SORTING.get(name).contains(entry.get(name).textValue()));
      if (!entry.isObject() || !plain) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
