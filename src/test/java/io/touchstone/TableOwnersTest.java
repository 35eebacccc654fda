package io.touchstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the SQL of the house against the list of its tables: each is written by one package, and
 * read by those alone that the list names.
 */
class TableOwnersTest {

  private static final Path LIST = Path.of("src/site/markdown/tables.md");
  private static final Path SOURCES = Path.of("src/main/java/io/touchstone");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private static final Pattern LINE =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| ([\\w, ]*)\\|$");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:insert into|update|delete from|truncate|merge into)\\s+touchstone\\.(\\w+)"
              + "|^touchstone\\.(\\w+) \\(");
  private static final Pattern READ =
      Pattern.compile("(?<!insert into |update |delete from )\\btouchstone\\.(\\w+)");
  private static final Pattern CHANGED =
      Pattern.compile(
          "create (?:or replace )?(?:table|view) (?:touchstone\\.)?(\\w+)"
              + "|drop (?:table|view) (?:touchstone\\.)?(\\w+)");

  /** What the list says of a table. */
  private record Listed(String owner, Set<String> readers) {}

  private static final Map<String, Listed> listed = new TreeMap<>();
  private static final Map<String, Set<String>> writers = new TreeMap<>();
  private static final Map<String, Set<String>> readers = new TreeMap<>();
  private static final Set<String> tables = new TreeSet<>();

  @BeforeAll
  static void read() throws IOException {
    Matcher lines = LINE.matcher(Files.readString(LIST));
    while (lines.find()) {
      listed.put(
          lines.group(1),
          new Listed(lines.group(2), new TreeSet<>(List.of(lines.group(3).trim().split(", *")))));
    }
    for (Path migration : files(MIGRATIONS, ".sql")) {
      String sql = Files.readString(migration);
      CHANGED
          .matcher(sql)
          .results()
          .forEach(
              each -> {
                if (each.group(1) != null) {
                  tables.add(each.group(1));
                } else {
                  tables.remove(each.group(2));
                }
              });
    }
    for (Path source : files(SOURCES, ".java")) {
      String room = SOURCES.relativize(source).getName(0).toString();
      Matcher literals = LITERAL.matcher(COMMENT.matcher(Files.readString(source)).replaceAll(""));
      while (literals.find()) {
        note(room, literals.group(1) == null ? literals.group(2) : literals.group(1));
      }
    }
  }

  private static void note(String room, String sql) {
    WRITTEN
        .matcher(sql)
        .results()
        .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
        .forEach(table -> add(writers, table, room));
    READ.matcher(sql).results().forEach(each -> add(readers, each.group(1), room));
  }

  private static void add(Map<String, Set<String>> rooms, String table, String room) {
    if (tables.contains(table)) {
      rooms.computeIfAbsent(table, unseen -> new TreeSet<>()).add(room);
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void every_table_of_the_migrations_stands_in_the_list_and_no_other_does() {
    assertThat(listed.keySet()).isEqualTo(tables);
  }

  @Test
  void a_table_is_written_by_its_owner_alone() {
    List<String> foreign = new ArrayList<>();
    writers.forEach(
        (table, rooms) ->
            rooms.stream()
                .filter(
                    room -> !listed.containsKey(table) || !room.equals(listed.get(table).owner()))
                .forEach(room -> foreign.add(table + " is written by " + room)));

    assertThat(foreign).isEmpty();
  }

  @Test
  void a_table_is_read_by_those_alone_whom_the_list_names() {
    Map<String, Set<String>> found = new TreeMap<>();
    Map<String, Set<String>> named = new TreeMap<>();
    listed.forEach(
        (table, each) -> {
          Set<String> others = new TreeSet<>(readers.getOrDefault(table, Set.of()));
          others.remove(each.owner());
          found.put(table, others);
          Set<String> allowed = new TreeSet<>(each.readers());
          allowed.remove("");
          named.put(table, allowed);
        });

    assertThat(found).isEqualTo(named);
  }
}
