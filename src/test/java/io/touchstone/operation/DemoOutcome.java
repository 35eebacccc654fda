package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

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
 * @param published ids of the batches that ended in a dataset version
 * @param open ids of the other batches
 * @param dataset SHA-256 by file of the published directories
 * @param rows what was counted in the database, by what it is
 * @param tags the datasets' Git tags
 * @param leftovers files that only an unfinished step leaves
 */
record DemoOutcome(
    List<String> published,
    List<String> open,
    Map<String, String> dataset,
    Map<String, String> rows,
    List<String> tags,
    List<String> leftovers) {

  private static final String PUBLISHED =
      "select id from touchstone.batch where state = 'done' order by id";
  private static final String OPEN =
      "select id from touchstone.batch where state <> 'done' order by id";
  private static final String PROJECTS = "select key from touchstone.project order by key";

  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          Map.entry(
              "manifest entries by status",
              """
              select string_agg(batch_id || ' ' || status || ' ' || n, ', ' order by batch_id, status)
              from (select batch_id, status, count(*) as n from touchstone.manifest_entry
                    group by batch_id, status) as counted
              """),
          Map.entry(
              "privacy reviews",
              """
              select string_agg(batch_id || ' ' || round || ' ' || reviewed || ' ' || missed, ', '
                                order by batch_id, round)
              from touchstone.privacy_submission
              """),
          Map.entry(
              "what was suggested to whom",
              """
              select count(*) || ' ' || md5(string_agg(
                assignment_id || arm || suggested || decoy, ',' order by assignment_id))
              from touchstone.assignment_arm
              """),
          Map.entry(
              "assignments without exactly one judgement per submit",
              """
              select count(*) from touchstone.assignment a
              join touchstone.batch b on b.id = a.batch_id and b.state = 'done'
              join touchstone.work_package p on p.id = a.work_package_id
              where (select count(*) from touchstone.judgement j where j.assignment_id = a.id)
                    <> 1 + p.rework
              """),
          Map.entry(
              "judgements, who said what and how long it took",
              """
              select string_agg(batch_id || ' ' || said, ', ' order by batch_id)
              from (select batch_id, count(*) || ' ' || md5(string_agg(
                      item_id || annotator_id || role || touchstone.answers_of_judgement(id)
                        || active_seconds, ',' order by assignment_id, id)) as said
                    from touchstone.judgement group by batch_id) as counted
              """),
          Map.entry(
              "judgements beyond one of an assignment and one for each time it came back",
              """
              select count(*) - count(distinct j.assignment_id)
                - coalesce((select sum(p.rework * p.items) from touchstone.work_package p), 0)
              from touchstone.judgement j
              """),
          Map.entry(
              "items without exactly one verdict",
              """
              select count(*) from touchstone.item i
              join touchstone.batch b on b.id = i.batch_id and b.state = 'done'
              where (select count(*) from touchstone.verdict v
                     where v.item_id = i.id and v.superseded_at is null) <> 1
              """),
          Map.entry(
              "gates",
              """
              select string_agg(gates, '; ' order by batch_id)
              from (select batch_id, batch_id || ': ' || string_agg(
                      decision_key || ' ' || verdict, ', ' order by id) as gates
                    from touchstone.gate_decision group by batch_id) as decided
              """),
          Map.entry(
              "events recorded twice",
              """
              select coalesce(string_agg(action || ' ' || object, ', '), 'none')
              from (select action, object from touchstone.audit_event
                    where action in ('batch_received', 'batch_ended', 'dataset_published',
                                     'release_approved', 'project_loaded', 'guideline_revised',
                                     'suggestions_received', 'health_review_begun')
                    group by action, object having count(*) > 1) as doubled
              """),
          Map.entry(
              "published versions",
              """
              select string_agg(dataset || ' ' || version || ' ' || records || ' ' || dvc_md5,
                                ', ' order by dataset, version)
              from touchstone.dataset_version where state = 'published'
              """),
          Map.entry("health reviews", "select count(*) from touchstone.health_review"),
          Map.entry(
              "incidents and jobs out of retries",
              """
              select (select count(*) from act_ru_incident) + (select count(*) from act_ru_job
                where retries_ = 0)
              """),
          Map.entry("deployments", "select count(*) from act_re_deployment"));

  /** Rows that say the same of every run that went well, whatever the ids of its batches. */
  private static final Map<String, String> SOUND =
      Map.of(
          "assignments without exactly one judgement per submit", "0",
          "judgements beyond one of an assignment and one for each time it came back", "0",
          "items without exactly one verdict", "0",
          "events recorded twice", "none",
          "incidents and jobs out of retries", "0",
          "health reviews", "1",
          "deployments", "1");

  /** Reads it while the application runs. */
  static DemoOutcome of(StartedApplication application) throws Exception {
    try (Connection database = application.database()) {
      return of(database, application.data());
    }
  }

  /** Reads it from a database of any kind. */
  static DemoOutcome of(Connection database, Path data) throws Exception {
    Map<String, String> dataset = new TreeMap<>();
    List<String> tags = new ArrayList<>();
    for (String project : ids(database, PROJECTS)) {
      Path workTree = data.resolve("datasets").resolve(project);
      if (Files.exists(workTree)) {
        dataset.putAll(digests(workTree, project));
        tags.addAll(tags(workTree));
      }
    }
    return new DemoOutcome(
        ids(database, PUBLISHED), ids(database, OPEN), dataset, rows(database), tags, left(data));
  }

  /** Everything there once, nothing left over, a version of each batch that has ended. */
  void assertSound() {
    assertThat(rows).containsAllEntriesOf(SOUND);
    assertThat(published).isNotEmpty();
    assertThat(open).isNotEmpty();
    assertThat(tags).hasSameSizeAs(published);
    assertThat(dataset).isNotEmpty();
    assertThat(leftovers).isEmpty();
  }

  private static List<String> ids(Connection database, String query) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        ids.add(result.getString(1));
      }
    }
    return ids;
  }

  private static Map<String, String> rows(Connection database) throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    for (var query : QUERIES.entrySet()) {
      rows.put(query.getKey(), String.valueOf(ids(database, query.getValue()).get(0)));
    }
    return rows;
  }

  private static Map<String, String> digests(Path workTree, String project) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files(workTree.resolve(project))) {
      digests.put(workTree.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
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
