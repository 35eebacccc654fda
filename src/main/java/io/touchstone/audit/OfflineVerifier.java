package io.touchstone.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.platform.crypto.MerkleTree;
import io.touchstone.platform.database.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks an exported audit trail against its exported seals, on any machine, without the database
 * that they came from. Keyed hashes are left out: their key never leaves the installation.
 */
public final class OfflineVerifier {

  /** First argument of the program that asks for this. */
  public static final String COMMAND = "verify-audit";

  private static final String ROWS = "rows=";
  private static final String NEWEST_SEAL = "newest-seal=";
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final ObjectMapper mapper = new ObjectMapper();
  private final Json json = new Json();
  private final Map<Long, byte[]> leaves = new HashMap<>();
  private final Set<Long> sealed = new HashSet<>();
  private long seals;
  private String head = Seal.BEGINNING;
  private final ExportedRows rows = new ExportedRows();
  private final Map<Long, String> hashes = new HashMap<>();
  private boolean rowsGiven;
  private boolean sealGiven;

  private OfflineVerifier() {}

  /** A file does not say what it should; the sentence is for people. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String sentence) {
      super(sentence);
    }
  }

  /**
   * @param files events and seals as the auditor's page exports them, JSON Lines; then, if they are
   *     to be checked as well, {@code rows=} the exported rows and {@code newest-seal=} the copy of
   *     the newest seal
   * @return exit status: 0 unbroken, 1 broken, 2 not checked because of the files
   */
  public static int run(List<String> files, PrintStream out) {
    if (files.size() < 2 || !files.stream().skip(2).allMatch(OfflineVerifier::isFurther)) {
      out.println(
          "Usage: "
              + COMMAND
              + " audit-events.jsonl audit-seals.jsonl [rows=audit-rows.jsonl]"
              + " [newest-seal=newest-audit-seal.json]");
      return 2;
    }
    OfflineVerifier verifier = new OfflineVerifier();
    try {
      verifier.lines(files.get(0), verifier::event);
      verifier.lines(files.get(1), verifier::seal);
      if (verifier.leaves.isEmpty()) {
        throw new Unfit("the trail is empty, though every installation's trail has a beginning.");
      }
      for (String further : files.subList(2, files.size())) {
        verifier.further(further);
      }
      out.println(verifier.result());
      return 0;
    } catch (Unfit e) {
      out.println("Broken: " + e.getMessage());
      return 1;
    } catch (JsonProcessingException e) {
      out.println("Not checked: a line is not the JSON that the auditor's page exports.");
      return 2;
    } catch (IOException e) {
      out.println("Not checked: a file cannot be read: " + e.getMessage());
      return 2;
    }
  }

  private static boolean isFurther(String argument) {
    return argument.startsWith(ROWS) || argument.startsWith(NEWEST_SEAL);
  }

  private void further(String argument) throws Unfit, IOException {
    if (argument.startsWith(ROWS)) {
      rowsGiven = true;
      lines(argument.substring(ROWS.length()), rows::row);
      rows.end();
    } else {
      sealGiven = true;
      lines(argument.substring(NEWEST_SEAL.length()), this::newestSeal);
    }
  }

  private void newestSeal(JsonNode line) throws Unfit {
    long number = field(line, "number").asLong();
    if (!field(line, "hash").asText().equals(hashes.get(number))) {
      throw new Unfit(
          "seal %d, which is kept outside, is not in this trail: it was emptied, shortened or begun anew."
              .formatted(number));
    }
  }

  private interface LineReader {
    void read(JsonNode line) throws Unfit, IOException;
  }

  private void lines(String file, LineReader reader) throws Unfit, IOException {
    try (BufferedReader lines = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          reader.read(mapper.readTree(line));
        } catch (IllegalArgumentException | DateTimeParseException e) {
          throw new Unfit(
              "line %d of %s lacks a field or has a wrong one.".formatted(number, file));
        }
      }
    }
  }

  private void event(JsonNode line) throws Unfit {
    SealedEvent event =
        new SealedEvent(
            field(line, "seq").asLong(),
            Instant.parse(field(line, "at").asText()),
            field(line, "actor").asText(),
            field(line, "action").asText(),
            field(line, "object").asText(),
            mapper.convertValue(field(line, "details"), DETAILS));
    rows.event(event);
    byte[] leaf = MerkleTree.leafHash(event.leaf(json).getBytes(StandardCharsets.UTF_8));
    if (leaves.put(event.seq(), leaf) != null) {
      throw new Unfit("event %d occurs twice.".formatted(event.seq()));
    }
  }

  private void seal(JsonNode line) throws Unfit {
    long number = field(line, "number").asLong();
    List<Long> events = new ArrayList<>();
    field(line, "events").forEach(seq -> events.add(seq.asLong()));
    Seal seal =
        new Seal(
            number,
            Instant.parse(field(line, "at").asText()),
            events,
            field(line, "root").asText(),
            field(line, "previous").asText(),
            field(line, "hash").asText(),
            "");
    if (number != seals + 1 || !seal.follows(head)) {
      throw new Unfit("seal %d does not follow the one before it.".formatted(number));
    }
    if (!seal.root().equals(root(seal))) {
      throw new Unfit("an event under seal %d was changed.".formatted(number));
    }
    head = seal.hash();
    hashes.put(number, head);
    seals++;
  }

  private String root(Seal seal) throws Unfit {
    MerkleTree tree = new MerkleTree();
    for (long seq : seal.events()) {
      byte[] leaf = leaves.get(seq);
      if (leaf == null || !sealed.add(seq)) {
        throw new Unfit(
            "event %d under seal %d is missing or sealed twice.".formatted(seq, seal.number()));
      }
      tree.addHash(leaf);
    }
    return tree.root();
  }

  private String result() {
    long newest = sealed.stream().mapToLong(Long::longValue).max().orElse(0);
    long within =
        leaves.keySet().stream().filter(seq -> !sealed.contains(seq) && seq < newest).count();
    return "Unbroken: %d events under %d seals, %d not sealed yet%s; %s; %s. Head: %s"
        .formatted(
            sealed.size(),
            seals,
            leaves.size() - sealed.size(),
            within == 0 ? "" : " (%d of them older than the newest sealed one)".formatted(within),
            rowsGiven
                ? rows.rows() + " rows as they were recorded"
                : "rows not looked at (give rows=audit-rows.jsonl)",
            sealGiven
                ? "the newest seal outside is among them"
                : "no seal from outside compared (give newest-seal=...)",
            head);
  }

  static JsonNode field(JsonNode line, String name) {
    JsonNode value = line.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }
}
