package io.touchstone.operation.firstday;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program with a token gets of a published version, by each of the doors. */
final class Fetched {

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String token;
  private final Path folder;

  Fetched(int port, String token, Path folder) {
    this.port = port;
    this.token = token;
    this.folder = folder;
  }

  /** By one {@code curl}. */
  InputStream zip(String dataset, String version) throws Exception {
    Path file = folder.resolve("by-curl.zip");
    run(
        "curl",
        "-sf",
        "-o",
        file.toString(),
        "-H",
        "Authorization: Bearer " + token,
        address("/datasets/" + dataset + "/versions/" + version + "/archive"));
    return new ByteArrayInputStream(Files.readAllBytes(file));
  }

  /** Clones the repository and asks for what its DVC file names, as DVC's client does. */
  Map<String, String> byGitAndDvc(String dataset) throws Exception {
    Path clone = folder.resolve("clone");
    run(
        "git",
        "clone",
        "-q",
        "http://token:" + token + "@localhost:" + port + "/api/v1/git/" + dataset + ".git",
        clone.toString());
    Matcher directory =
        Pattern.compile("md5: ([0-9a-f]{32}\\.dir)")
            .matcher(Files.readString(clone.resolve(dataset + ".dvc")));
    assertThat(directory.find()).isTrue();
    Map<String, String> records = new TreeMap<>();
    for (JsonNode entry : new ObjectMapper().readTree(object(dataset, directory.group(1)))) {
      String path = entry.path("relpath").textValue();
      if (path.startsWith("data/")) {
        records.put(path, object(dataset, entry.path("md5").textValue()));
      }
    }
    return records;
  }

  private String object(String dataset, String md5) throws IOException, InterruptedException {
    String path = "/dvc/" + dataset + "/files/md5/" + md5.substring(0, 2) + "/" + md5.substring(2);
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private String address(String path) {
    return "http://localhost:" + port + "/api/v1" + path;
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command[0] + ": " + output).isZero();
  }
}
