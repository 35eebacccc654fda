package io.touchstone.operation.firstday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchstone.operation.StartedApplication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty installation to a published version by clicks alone, with real questions. */
@Tag("slow")
class FirstDayTest {

  private static final Path DATA =
      Path.of(System.getProperty("test.data", "../shared/data"), "banking77");
  private static final int ROWS = Integer.getInteger("rows", 24);

  @TempDir private Path folder;

  @Test
  void an_organisation_takes_its_team_and_its_questions_to_a_version_that_every_door_gives_alike()
      throws Exception {
    assumeTrue(Files.isDirectory(DATA), () -> "Skipped: there is no folder " + DATA + ".");
    try (StartedApplication application =
        StartedApplication.start(folder.resolve("data"), Map.of())) {
      FirstDay day =
          new FirstDay(
              application, new Questions(DATA), folder, Path.of("target", "first-day"), ROWS);
      FirstDay.Outcome outcome = day.play();

      assertThat(outcome.minutesToDelivery()).isLessThan(10);
      assertThat(outcome.clicksToDelivery()).isLessThanOrEqualTo(60);
      Map<String, String> byZip = records(Files.newInputStream(outcome.zip()));
      assertThat(String.join("", byZip.values()).lines()).hasSize(ROWS);
      Fetched fetched = new Fetched(day.port(), outcome.token(), folder);
      assertThat(records(fetched.zip("bank-questions", "1.0.0"))).isEqualTo(byZip);
      assertThat(fetched.byGitAndDvc("bank-questions")).isEqualTo(byZip);
      assertThat(application.output()).doesNotContain("\tat ", " ERROR ");
    }
  }

  /** The files of records in a ZIP, by the path below its one folder. */
  private static Map<String, String> records(InputStream zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<String> folders = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String path = entry.getName();
        folders.add(path.substring(0, path.indexOf('/')));
        String below = path.substring(path.indexOf('/') + 1);
        if (below.startsWith("data/")) {
          files.put(below, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(folders).containsOnly("bank-questions-1.0.0");
    return files;
  }
}
