package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of an installation, unpacked as an operator does. */
@Tag("packaged")
class ArchiveTest {

  private static final int ENDED_BY_SIGTERM = 128 + 15;

  /** Alone on the machine it is below five seconds; other work shares it. */
  private static final double STOP_SECONDS = 10;

  @TempDir static Path folder;
  private static Path home;

  @BeforeAll
  static void the_archive_is_unpacked() throws Exception {
    Path archive = Path.of(System.getProperty("packaged.archive", "target/touchstone.tar"));
    assertThat(archive)
        .as("There is no archive: run mvn verify -Pslow, which makes it first.")
        .exists();
    Path to = Files.createDirectories(folder.resolve("opt"));
    Process unpack =
        new ProcessBuilder("tar", "-xf", archive.toAbsolutePath().toString(), "-C", to.toString())
            .inheritIO()
            .start();
    assertThat(unpack.waitFor()).isZero();
    try (Stream<Path> unpacked = Files.list(to)) {
      home = unpacked.toList().get(0);
    }
  }

  @Test
  void unpacked_it_runs_with_a_jdk_alone_where_no_network_is_and_stops_in_order() throws Exception {
    IsolatedNetwork network = IsolatedNetwork.in(folder);
    long files = processFiles();
    ownTable();
    ownSetting();
    try (var started = StartedApplication.startUnpacked(home, network)) {
      String port = started.await("ready url=http://labels.example.org port=(\\d+)");
      System.out.printf("archive-start %.1f seconds%n", started.seconds());

      assertThat(IsolatedNetwork.interfacesOf(started.pid())).containsExactly("lo");
      assertThat(started.output())
          .as("what the process owner added to the unpacked folder")
          .containsPattern("processes_deployed .*files=" + (files + 1) + "\\s");
      String[] note = Files.readString(home.resolve("data/first-run.txt")).strip().split(" ");
      assertThat(answer(network, started.pid(), port, note[0], note[1]))
          .startsWith("HTTP/1.1 200")
          .contains("{\"projects\":[");
      assertThat(IsolatedNetwork.attemptsOf(started.pid())).as("attempts to leave").isZero();

      ProcessHandle server = started.databaseServer();
      double seconds = started.terminate();
      System.out.printf("archive-stop %.1f seconds%n", seconds);
      assertThat(seconds).isLessThan(STOP_SECONDS);
      assertThat(started.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(started.output()).doesNotContain("\tat ", " WARN ", " ERROR ");
      server.onExit().get(5, TimeUnit.SECONDS);
      assertThat(home.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
    }
  }

  private static long processFiles() throws IOException {
    long count = 0;
    for (String each : List.of("processes", "forms")) {
      try (Stream<Path> all = Files.walk(home.resolve(each))) {
        count += all.filter(file -> file.toString().matches(".*[.](bpmn|dmn|html)")).count();
      }
    }
    return count;
  }

  private static void ownTable() throws IOException {
    Path tables = home.resolve("processes/tables");
    String table = Files.readString(tables.resolve("bias-pooling.dmn"));
    Files.writeString(
        tables.resolve("own-pooling.dmn"), table.replace("bias-pooling", "own-pooling"));
  }

  private static void ownSetting() throws IOException {
    Path settings = home.resolve("config/application.yaml");
    String before = Files.readString(settings);
    String after =
        before.replaceFirst("(?m)^  public-url: .*$", "  public-url: http://labels.example.org");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(settings, after);
  }

  /** By the shell's own connection: no program to fetch addresses with has to be there. */
  private static String answer(
      IsolatedNetwork network, long pid, String port, String user, String password)
      throws IOException {
    String login =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    String call =
        """
        exec 3<>/dev/tcp/127.0.0.1/%s
        printf 'GET /api/v1/projects HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n' >&3
        printf 'Authorization: Basic %s\\r\\n\\r\\n' >&3
        cat <&3
        """
            .formatted(port, login);
    return network.runBeside(pid, "bash", "-c", call).output();
  }

  @Test
  void the_bill_of_materials_has_every_jar_inside_with_its_own_digest() throws Exception {
    Map<String, String> listed = new HashMap<>();
    for (JsonNode component : components()) {
      for (JsonNode hash : component.path("hashes")) {
        if (hash.path("alg").asText().equals("SHA-256")) {
          listed.put(jarOf(component), hash.path("content").asText());
        }
      }
    }

    Map<String, String> inside = jarsInside();
    assertThat(inside).hasSizeGreaterThan(100);
    assertThat(listed).containsAllEntriesOf(inside);
  }

  /** By the package URL: pkg:maven/group/name@version?classifier=some&type=jar. */
  private static String jarOf(JsonNode component) {
    Matcher url =
        Pattern.compile("pkg:maven/[^/]+/([^@]+)@([^?]+)[?](?:classifier=([^&]+)&)?type=jar")
            .matcher(component.path("purl").asText());
    assertThat(url.matches()).as(component.path("purl").asText()).isTrue();
    String classifier = url.group(3) == null ? "" : "-" + url.group(3);
    return url.group(1) + "-" + url.group(2) + classifier + ".jar";
  }

  @Test
  void the_notices_name_every_jar_inside_with_a_licence() throws Exception {
    List<String> notices = Files.readAllLines(home.resolve("THIRD-PARTY-NOTICES.txt"));

    for (String jar : jarsInside().keySet()) {
      List<Integer> places =
          IntStream.range(0, notices.size())
              .filter(at -> isOf(jar, notices.get(at)))
              .boxed()
              .toList();
      assertThat(places).as(jar).hasSize(1);
      assertThat(notices.get(places.get(0) + 1)).as(jar).matches(" {4}\\S.*");
    }
    assertThat(String.join("\n", notices))
        .contains("notices/faces.md", "notices/names.md", "notices/passwords.md");
    for (String each : List.of("faces", "names", "passwords")) {
      assertThat(home.resolve("notices/" + each + ".md")).isNotEmptyFile();
    }
  }

  /** A jar may have a classifier behind its name and version. */
  private static boolean isOf(String jar, String line) {
    return !line.isBlank() && jar.matches(Pattern.quote(line) + "(-[a-z-]+)?[.]jar");
  }

  @Test
  void nothing_inside_is_under_the_gpl_or_agpl_alone_or_under_no_licence() throws Exception {
    Map<String, List<String>> licences = new TreeMap<>();
    for (JsonNode component : components()) {
      licences.put(component.path("purl").asText(), licences(component));
    }

    assertThat(licences.entrySet()).noneMatch(entry -> entry.getValue().isEmpty());
    assertThat(licences.entrySet())
        .noneMatch(entry -> entry.getValue().stream().allMatch(ArchiveTest::takesAllAlong));
    // The rule itself, by names as libraries write them.
    assertThat(
            Stream.of("GPL-3.0-only", "AGPL-3.0", "GNU General Public License version 2 (GPLv2)"))
        .allMatch(ArchiveTest::takesAllAlong);
    assertThat(Stream.of("GPL-2.0-with-classpath-exception", "EPL-2.0", "LGPL-2.1-only"))
        .noneMatch(ArchiveTest::takesAllAlong);
  }

  private static boolean takesAllAlong(String licence) {
    String small = licence.toLowerCase(Locale.ROOT);
    boolean gpl =
        small.matches("a?gpl.*")
            || small.contains("gnu general public")
            || small.contains("affero general public");
    return gpl && !small.contains("classpath") && !small.contains("cpe");
  }

  private static List<String> licences(JsonNode component) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : component.path("licenses")) {
      String expression = each.path("expression").asText("");
      String id = each.path("license").path("id").asText("");
      String name = each.path("license").path("name").asText("");
      Stream.of(expression, id, name).filter(text -> !text.isEmpty()).forEach(names::add);
    }
    return names;
  }

  private static JsonNode components() throws IOException {
    Path bill = home.resolve("touchstone.cdx.json");
    assertThat(bill)
        .as("The archive has no bill of materials: build it once without Maven's --offline.")
        .exists();
    JsonNode read = new ObjectMapper().readTree(bill.toFile());
    assertThat(read.path("bomFormat").asText()).isEqualTo("CycloneDX");
    return read.path("components");
  }

  /** SHA-256 of what is under BOOT-INF/lib, by name. */
  private static Map<String, String> jarsInside() throws Exception {
    Map<String, String> digests = new HashMap<>();
    try (JarFile jar = new JarFile(home.resolve("lib/touchstone.jar").toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().matches("BOOT-INF/lib/.+[.]jar")) {
          try (InputStream content = jar.getInputStream(entry)) {
            digests.put(entry.getName().substring("BOOT-INF/lib/".length()), sha256(content));
          }
        }
      }
    }
    return digests;
  }

  private static String sha256(InputStream content) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[1 << 16];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** It cannot be built where tests run: so each of its lines that can be held is held. */
  @Test
  void the_image_is_made_of_the_archive_and_one_named_base_alone() throws Exception {
    List<String> lines = Files.readAllLines(home.resolve("Containerfile"));

    assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
        .singleElement()
        .asString()
        .matches("FROM \\S+/eclipse-temurin:17-\\S+");
    Set<String> copied = new HashSet<>();
    for (String line : lines) {
      assertThat(line).doesNotStartWith("ADD ").doesNotContain("apt-get", "curl ", "wget ");
      if (line.startsWith("COPY ")) {
        List<String> words = Arrays.asList(line.split(" "));
        copied.addAll(words.subList(1, words.size() - 1));
      }
    }
    assertThat(copied).isNotEmpty().allSatisfy(name -> assertThat(home.resolve(name)).exists());
    assertThat(copied).contains("bin", "lib", "config", "processes", "forms", "notices");
    assertThat(lines).contains("USER touchstone", "CMD [\"start\"]");
  }

  @Test
  void the_service_starts_what_is_in_the_archive_as_a_user_without_rights_and_waits_for_its_end()
      throws Exception {
    Map<String, String> service = new HashMap<>();
    for (String line : Files.readAllLines(home.resolve("systemd/touchstone.service"))) {
      String[] setting = line.split("=", 2);
      if (setting.length == 2 && !line.startsWith("#")) {
        service.put(setting[0], setting[1]);
      }
    }

    assertThat(service.get("ExecStart")).isEqualTo("/opt/touchstone/bin/touchstone start");
    assertThat(Files.isExecutable(home.resolve("bin/touchstone"))).isTrue();
    assertThat(service)
        .containsEntry("User", "touchstone")
        .containsEntry("NoNewPrivileges", "yes")
        .containsEntry("ProtectSystem", "strict")
        .containsEntry("CapabilityBoundingSet", "")
        .containsEntry("StateDirectory", "touchstone")
        // The database is the product's to stop.
        .containsEntry("KillMode", "mixed")
        .containsEntry("SuccessExitStatus", String.valueOf(ENDED_BY_SIGTERM));
    double patience = Double.parseDouble(service.get("TimeoutStopSec").replace("s", ""));
    assertThat(patience).isGreaterThan(3 * STOP_SECONDS);
  }
}
