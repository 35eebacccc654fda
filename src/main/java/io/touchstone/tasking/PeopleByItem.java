package io.touchstone.tasking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gathers rows of item_id and annotator_id: who has, had or must not have each item. */
public final class PeopleByItem {

  private final Map<String, Set<String>> people = new HashMap<>();

  public void add(ResultSet row) throws SQLException {
    people
        .computeIfAbsent(row.getString("item_id"), item -> new HashSet<>())
        .add(row.getString("annotator_id"));
  }

  public Map<String, Set<String>> gathered() {
    return people;
  }
}
