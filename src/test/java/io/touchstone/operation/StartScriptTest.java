package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive's start script, with programs in the place of Java that say what they were told. */
class StartScriptTest {

  private record Ended(int exitCode, String output) {}

  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void an_unpacked_folder() throws IOException {
    home = Files.createDirectories(folder.resolve("a folder/touchstone")).toRealPath();
    for (String each : List.of("bin", "lib", "config/projects", "processes", "forms")) {
      Files.createDirectories(home.resolve(each));
    }
    Files.writeString(home.resolve("lib/touchstone.jar"), "");
    program(
        home.resolve("bin/touchstone"), Files.readString(Path.of("src/main/dist/bin/touchstone")));
  }

  @Test
  void without_a_command_it_says_what_it_takes() throws Exception {
    Ended ended = run(Map.of(), "touchstone");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.output()).contains("touchstone start", "TOUCHSTONE_DATA", "SERVER_PORT");
  }

  @Test
  void a_java_that_is_too_old_missing_or_mute_is_said_in_one_sentence() throws Exception {
    refused(run(Map.of("JAVA_HOME", java("11.0.2")), "start"), "is Java 11; 17 or later is needed");
    refused(run(Map.of("JAVA_HOME", java("1.8.0_402")), "start"), "is Java 8; 17 or later");
    refused(
        run(Map.of("JAVA_HOME", "/nowhere"), "start"), "JAVA_HOME is /nowhere, but there is no");
    refused(run(Map.of("PATH", pathWithoutJava()), "start"), "There is no java on the path.");
    refused(run(Map.of("JAVA_HOME", java("")), "start"), "does not say which version it is");
  }

  @Test
  void what_is_missing_in_the_unpacked_folder_is_said_in_one_sentence() throws Exception {
    refused(run(Map.of("TOUCHSTONE_CONFIG", "/nowhere"), "start"), "TOUCHSTONE_CONFIG is /nowhere");
    Files.delete(home.resolve("lib/touchstone.jar"));
    refused(run(Map.of("JAVA_HOME", java("17.0.2")), "start"), "lib/touchstone.jar is missing");
  }

  @Test
  void a_setting_in_the_place_of_a_command_is_not_taken_for_one() throws Exception {
    refused(run(Map.of(), "--server.port=1"), "Write: touchstone start --server.port=1");
  }

  @Test
  void from_anywhere_and_by_a_link_it_hands_java_the_unpacked_folders() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("bin/touchstone"));
    Map<String, String> environment =
        Map.of("JAVA_HOME", java("21"), "TOUCHSTONE_HEAP", "700m", "SERVER_PORT", "9");

    Ended ended = run(environment, link, List.of("start", "--spring.profiles.active=demo"));

    assertThat(ended.output())
        .contains("argument -Xmx700m\nargument -jar\nargument " + home + "/lib/touchstone.jar\n")
        .contains("argument --spring.profiles.active=demo\n")
        .doesNotContain("argument start\n")
        .contains(
            "SPRING_CONFIG_LOCATION=optional:classpath:/,optional:file:" + home + "/config/\n")
        .contains("TOUCHSTONE_DEFAULT_DATA=" + home + "/data\n")
        .contains("TOUCHSTONE_DEFAULT_PROCESSES=" + home + "/processes\n")
        .contains("TOUCHSTONE_DEFAULT_FORMS=" + home + "/forms\n")
        .contains("TOUCHSTONE_DEFAULT_PROJECTS=" + home + "/config/projects\n");
    assertThat(ended.exitCode()).as("that of Java").isEqualTo(7);
  }

  @Test
  void a_folder_that_was_taken_away_is_left_to_the_jar_and_other_commands_go_through()
      throws Exception {
    Files.delete(home.resolve("processes"));

    Ended ended = run(Map.of("JAVA_HOME", java("17")), "verify-audit", "a b", "c");

    assertThat(ended.output())
        .contains("argument verify-audit\nargument a b\nargument c\n")
        .doesNotContain("TOUCHSTONE_DEFAULT_PROCESSES=");
  }

  /** Each name that the script sets is one that the settings refer to, and the other way round. */
  @Test
  void the_settings_refer_to_what_the_script_sets() throws Exception {
    String settings = Files.readString(Path.of("config/application.yaml"));

    assertThat(settings)
        .contains(
            "data: ${TOUCHSTONE_DEFAULT_DATA:data}",
            "processes: ${TOUCHSTONE_DEFAULT_PROCESSES:}",
            "forms: ${TOUCHSTONE_DEFAULT_FORMS:}",
            "projects: ${TOUCHSTONE_DEFAULT_PROJECTS:}",
            "recognisers: ${TOUCHSTONE_DEFAULT_CONFIG:config}/recognisers");
  }

  private static void refused(Ended ended, String sentence) {
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).startsWith("touchstone: ").contains(sentence);
    assertThat(ended.output().strip().lines()).hasSize(1);
  }

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> given = Arrays.asList(arguments);
    boolean none = given.equals(List.of("touchstone"));
    return run(environment, home.resolve("bin/touchstone"), none ? List.of() : given);
  }

  private Ended run(Map<String, String> environment, Path script, List<String> arguments)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of("/bin/bash", script.toString()), arguments.stream())
                    .toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    Map<String, String> all = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    all.putAll(environment);
    builder.environment().clear();
    builder.environment().putAll(all);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /** A Java of a version; it prints what it is told and ends with 7. */
  private String java(String version) throws IOException {
    Path place = Files.createTempDirectory(folder, "jdk");
    Files.createDirectories(place.resolve("bin"));
    String said = version.isEmpty() ? "nothing" : "openjdk version \"" + version + "\" 2022-01-18";
    program(
        place.resolve("bin/java"),
        """
        #!/bin/bash
        if [ "$1" = -version ]; then echo '%s' >&2; exit 0; fi
        printf 'argument %%s\\n' "$@"
        env
        exit 7
        """
            .formatted(said));
    return place.toString();
  }

  /** The programs that the script needs, and no other. */
  private String pathWithoutJava() throws IOException {
    Path place = Files.createTempDirectory(folder, "path");
    for (String each : List.of("dirname", "readlink", "sed", "head", "tr")) {
      Path program =
          Stream.of(System.getenv("PATH").split(":"))
              .map(entry -> Path.of(entry, each))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(place.resolve(each), program);
    }
    return place.toString();
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
