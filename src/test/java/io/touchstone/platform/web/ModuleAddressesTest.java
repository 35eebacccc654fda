package io.touchstone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A script that is named in a place that no page of a test opens would be missed by a person. */
class ModuleAddressesTest {

  private static final Path STATIC = Path.of("src/main/resources/static");
  private static final List<Path> NAMING =
      List.of(
          STATIC.resolve("workbench"),
          Path.of("src/main/resources/plugin-webapp"),
          Path.of("forms"));

  private static final Pattern ABSOLUTE = Pattern.compile("/(workbench/1/[\\w/.-]+\\.(?:js|css))");
  private static final Pattern RELATIVE = Pattern.compile("(?:from|import) '(\\.[^']+)'");

  @Test
  void every_script_that_a_form_a_plug_in_or_another_script_names_is_there() throws IOException {
    List<String> named = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Path file : files()) {
      String content = Files.readString(file);
      Stream.concat(
              ABSOLUTE.matcher(content).results().map(each -> STATIC.resolve(each.group(1))),
              RELATIVE.matcher(content).results().map(each -> file.resolveSibling(each.group(1))))
          .forEach(
              script -> {
                named.add(script.toString());
                if (!Files.exists(script.normalize())) {
                  missing.add(file + " names " + script.normalize());
                }
              });
    }

    assertThat(named).as("scripts that were looked for").hasSizeGreaterThan(300);
    assertThat(missing).isEmpty();
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : NAMING) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(file -> file.toString().matches(".*\\.(js|html)")).forEach(files::add);
      }
    }
    return files;
  }
}
