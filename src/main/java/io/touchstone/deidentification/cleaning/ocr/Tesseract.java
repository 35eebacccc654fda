package io.touchstone.deidentification.cleaning.ocr;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program {@code tesseract} (Apache-2.0), where a site has it. Each picture is a process of its
 * own: pixels go in and words come out by pipes, nothing is written to files, and whatever it does,
 * it is killed after a time.
 */
public final class Tesseract {

  private static final Logger log = LoggerFactory.getLogger(Tesseract.class);

  /** Names of languages end up on a command line. */
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,30}");

  /** Bytes of a page full of tiny letters, several times over. */
  private static final int MOST = 16 << 20;

  private static final int SECONDS = 60;
  private static final int SECONDS_TO_LIST = 10;

  /** Where a site keeps its languages; the only thing of this process's environment that stays. */
  private static final String DATA = "TESSDATA_PREFIX";

  private final String command;
  private final int seconds;
  private final Set<String> found = ConcurrentHashMap.newKeySet();

  /**
   * The program of a name or path.
   *
   * @param command a name that is looked for as the system does, or a path
   */
  public Tesseract(String command) {
    this(command, SECONDS);
  }

  Tesseract(String command, int seconds) {
    this.command = command;
    this.seconds = seconds;
  }

  /** The reader could not read, or took too long. */
  public static final class Failed extends IOException {

    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  /**
   * What keeps pictures from being read: a sentence. What was missing once is looked for again, so
   * that installing it needs no restart.
   *
   * @param languages at least one
   */
  public Optional<String> missing(List<String> languages) {
    if (found.containsAll(languages)) {
      return Optional.empty();
    }
    Optional<Set<String>> installed = languages();
    if (installed.isEmpty()) {
      return Optional.of(
          "the program %s, which reads text in pictures, is not installed on this server. Install"
                  .formatted(command)
              + " it (Debian: tesseract-ocr), or take ocr out of project.yaml.");
    }
    List<String> absent = languages.stream().filter(l -> !installed.get().contains(l)).toList();
    if (absent.isEmpty()) {
      found.addAll(languages);
      return Optional.empty();
    }
    return Optional.of(
        "the program %s cannot read %s. Install what is missing (Debian: tesseract-ocr-%s), or"
                .formatted(command, String.join(", ", absent), absent.get(0))
            + " change ocrLanguages in project.yaml.");
  }

  /** Languages that are installed; empty if the program is not. */
  public Optional<Set<String>> languages() {
    try {
      String listed = run(List.of(command, "--list-langs"), Optional.empty(), SECONDS_TO_LIST);
      Set<String> languages = new TreeSet<>();
      listed.lines().filter(l -> LANGUAGE.matcher(l).matches()).forEach(languages::add);
      return Optional.of(languages);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Words of a picture, as they stand: upright, text of 20 to 40 pixels is read best.
   *
   * @param languages at least one, each installed
   * @throws Failed if the program fails, writes too much or takes too long
   * @throws InterruptedIOException if the thread is stopped; the program is, too
   */
  public List<Passage> read(GreyPicture picture, List<String> languages, Layout layout)
      throws IOException {
    if (languages.isEmpty() || !languages.stream().allMatch(l -> LANGUAGE.matcher(l).matches())) {
      throw new IllegalArgumentException("Languages are named as Tesseract names them.");
    }
    List<String> line =
        List.of(
            command,
            "stdin",
            "stdout",
            "-l",
            String.join("+", languages),
            "--psm",
            layout.mode(),
            "--dpi",
            "300",
            "tsv");
    return TsvReader.passages(run(line, Optional.of(picture), seconds));
  }

  private String run(List<String> line, Optional<GreyPicture> input, int most) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).directory(new File("/"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    String data = System.getenv(DATA);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("OMP_THREAD_LIMIT", "1");
    environment.put("LC_ALL", "C.UTF-8");
    if (data != null) {
      environment.put(DATA, data);
    }
    Process process = builder.start();
    try {
      return new Conversation(process, input).within(most);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Both pipes of a process: one alone would fill up while the other is waited for. */
  private static final class Conversation {

    private final Process process;
    private final Thread writer;
    private final Thread reader;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private volatile boolean whole;

    Conversation(Process process, Optional<GreyPicture> input) {
      this.process = process;
      this.writer = new Thread(() -> write(input), "ocr-in");
      this.reader = new Thread(this::read, "ocr-out");
      writer.setDaemon(true);
      reader.setDaemon(true);
      writer.start();
      reader.start();
    }

    String within(int seconds) throws IOException {
      try {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          log.info("ocr_killed seconds={}", seconds);
          throw new Failed("Reading a picture took longer than " + seconds + " seconds.");
        }
        reader.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_LIST));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Reading a picture was stopped.");
      }
      if (process.exitValue() != 0 || !whole) {
        throw new Failed("The program that reads pictures failed.");
      }
      return said.toString(StandardCharsets.UTF_8);
    }

    private void write(Optional<GreyPicture> input) {
      try (OutputStream out = process.getOutputStream()) {
        if (input.isPresent()) {
          input.get().writeTo(out);
        }
      } catch (IOException e) {
        // It has ended before it read all: its exit tells.
        log.debug("ocr_input_cut");
      }
    }

    private void read() {
      byte[] some = new byte[1 << 14];
      try (InputStream in = process.getInputStream()) {
        int count = in.read(some);
        while (count >= 0 && said.size() <= MOST) {
          said.write(some, 0, count);
          count = in.read(some);
        }
        whole = count < 0;
      } catch (IOException e) {
        whole = false;
      }
      if (!whole) {
        process.destroyForcibly();
      }
    }
  }
}
