package io.touchstone.road;

import static java.util.stream.Collectors.joining;

import io.touchstone.pipeline.Batches;
import io.touchstone.pipeline.Stage;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * An installation in a process of its own, with people who can log in and a batch that waits for
 * them. Prints its port as {@code load_ready port=1} and runs until its standard input ends.
 */
final class LoadedInstallation {

  static final String PASSWORD = "Tarnfield-Load-50";
  private static final String PROJECT = "load";

  private LoadedInstallation() {}

  /** Arguments: a folder, how many people, how many items. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int people = Integer.parseInt(arguments[1]);
    int items = Integer.parseInt(arguments[2]);
    writeProject(folder.resolve("projects"));
    try (Installation installation =
        Installation.start(
            folder.resolve("data"),
            Map.of("touchstone.projects", folder.resolve("projects") + "/"))) {
      hire(installation, people);
      String batch = installation.deliver("manager", PASSWORD, PROJECT, rows(items));
      Batches batches = installation.bean(Batches.class);
      while (batches.require(batch).stage() != Stage.ANNOTATION) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      }
      System.out.println("load_ready port=" + installation.port());
      while (System.in.read() >= 0) {
        // Whatever is typed: only the end counts.
      }
    }
  }

  static String person(int number) {
    return "annotator" + number;
  }

  private static void hire(Installation installation, int people) {
    Directory directory = installation.bean(Directory.class);
    directory.add("manager", "Manager", Optional.of(PASSWORD), Set.of(Role.DATA_MANAGER));
    for (int i = 0; i < people; i++) {
      directory.add(person(i), person(i), Optional.of(PASSWORD), Set.of(Role.ANNOTATOR));
      installation
          .bean(Workforce.class)
          .register(
              new Annotator(person(i), "invented", true, false, Map.of(PROJECT, 1.0)), "manager");
    }
  }

  private static String rows(int items) {
    return IntStream.range(0, items)
        .mapToObj(
            i ->
                i
                    + ",Delivery "
                    + i
                    + " came on the wrong day and the box was torn at corner "
                    + i % 97
                    + "; the driver left it at door "
                    + i % 89
                    + " although the note of that week asked for the yard.\n")
        .collect(joining("", "id,text\n", ""));
  }

  private static void writeProject(Path projects) throws IOException {
    Path project = Files.createDirectories(projects.resolve(PROJECT));
    Files.writeString(project.resolve("guideline.md"), "# Guideline\n\nRed or blue.\n");
    Files.writeString(
        project.resolve("project.yaml"),
        """
        key: load
        name: Load
        description: What many people label at the same time.
        task: classification
        deidentification: none
        deidentificationReason: The texts are invented.
        labels:
          - {id: red, name: Red, hint: ""}
          - {id: blue, name: Blue, hint: ""}
        skill: load
        annotatorsPerItem: 1
        goldShare: 0
        medianSecondsPerItem: 6
        packageMinutes: 2
        minimumSecondsPerItem: 1
        names: []
        licence: CC0-1.0
        creator: Nobody
        contact: nobody@example.org
        """);
  }
}
