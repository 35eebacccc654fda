package io.touchstone.operation;

import io.touchstone.platform.crypto.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * What the demo has left behind, so that two runs can be held against each other.
 *
 * @param dataset SHA-256 by file of the published directory
 * @param rows what was counted in the database, by what it is
 * @param tags the dataset's Git tags
 * @param leftovers files that only an unfinished step leaves
 */
record DemoOutcome(
    Map<String, String> dataset,
    Map<String, String> rows,
    List<String> tags,
    List<String> leftovers) {

  private static final Map<String, String> QUERIES =
      Map.of(
          "manifest entries by status",
          """
          select string_agg(status || ' ' || n, ', ' order by status)
          from (select status, count(*) as n from touchstone.manifest_entry
                where batch_id = 'support-tickets-1' group by status) as counted
          """,
          "assignments without exactly one judgement",
          """
          select count(*) from touchstone.assignment a
          where batch_id = 'support-tickets-1'
            and (select count(*) from touchstone.judgement j where j.assignment_id = a.id) <> 1
          """,
          "judgements, who said what and how long it took",
          """
          select count(*) || ' ' || md5(string_agg(
            item_id || annotator_id || role || label || active_seconds, ',' order by assignment_id))
          from touchstone.judgement where batch_id = 'support-tickets-1'
          """,
          "items without exactly one verdict",
          """
          select count(*) from touchstone.item i
          where batch_id = 'support-tickets-1'
            and (select count(*) from touchstone.verdict v where v.item_id = i.id) <> 1
          """,
          "gates of the first batch",
          """
          select string_agg(decision_key || ' ' || verdict, ', ' order by id)
          from touchstone.gate_decision where batch_id = 'support-tickets-1'
          """,
          "events recorded twice",
          """
          select coalesce(string_agg(action || ' ' || object, ', '), 'none')
          from (select action, object from touchstone.audit_event
                where action in ('batch_received', 'batch_ended', 'dataset_published',
                                 'release_approved', 'project_loaded')
                group by action, object having count(*) > 1) as doubled
          """,
          "published versions",
          """
          select string_agg(version || ' ' || records || ' ' || dvc_md5, ', ')
          from touchstone.dataset_version where state = 'published'
          """,
          "judgements of the second batch",
          """
          select count(*) || ' of ' || count(distinct assignment_id)
          from touchstone.judgement where batch_id = 'support-tickets-2'
          """,
          "incidents and jobs out of retries",
          """
          select (select count(*) from act_ru_incident) + (select count(*) from act_ru_job
            where retries_ = 0)
          """,
          "deployments",
          """
          select count(*) from act_re_deployment
          """);

  /** Reads it while the application runs. */
  static DemoOutcome of(StartedApplication application) throws Exception {
    try (Connection database = application.database()) {
      return of(database, application.data());
    }
  }

  /** Reads it from a database of any kind. */
  static DemoOutcome of(Connection database, Path data) throws Exception {
    Path workTree = data.resolve("datasets/support-tickets");
    return new DemoOutcome(
        digests(workTree.resolve("support-tickets")), rows(database), tags(workTree), left(data));
  }

  private static Map<String, String> rows(Connection database) throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Statement statement = database.createStatement()) {
      for (var query : QUERIES.entrySet()) {
        try (ResultSet result = statement.executeQuery(query.getValue())) {
          result.next();
          rows.put(query.getKey(), result.getString(1));
        }
      }
    }
    return rows;
  }

  private static Map<String, String> digests(Path directory) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files(directory)) {
      digests.put(directory.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
    }
    return digests;
  }

  private static List<String> tags(Path workTree) throws IOException, GitAPIException {
    try (Git git = Git.open(workTree.toFile())) {
      return git.tagList().call().stream().map(ref -> ref.getName()).toList();
    }
  }

  private static List<String> left(Path data) throws IOException {
    List<String> left = new ArrayList<>();
    for (String folder : List.of("datasets", "dvc", "staging", "objects", "keys")) {
      for (Path file : files(data.resolve(folder))) {
        String name = data.relativize(file).toString();
        if (name.startsWith("staging") || name.matches(".*(tmp|partial|lock|unfinished).*")) {
          left.add(name);
        }
      }
    }
    return left;
  }

  private static List<Path> files(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
