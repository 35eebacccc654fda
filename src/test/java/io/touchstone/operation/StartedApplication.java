package io.touchstone.operation;

import io.touchstone.Touchstone;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a process of its own, as an operator starts it, with what it prints. */
public final class StartedApplication implements AutoCloseable {

  /** What one start may take where other work shares the processors. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";
  private static final String ENTRY = Touchstone.class.getName();

  private final Process process;
  private final Path output;
  private final Path data;
  private final long begin = System.nanoTime();

  private StartedApplication(Process process, Path output, Path data) {
    this.process = process;
    this.output = output;
    this.data = data;
  }

  /**
   * Starts it with half a gigabyte of heap on a free port, in an empty working directory beside the
   * data folder.
   *
   * @param environment in place of whatever this process has of TOUCHSTONE_ and SERVER_ variables
   */
  public static StartedApplication start(
      Path data, Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(JAVA, "-Xmx512m", QUICK_START, "-cp", productClassPath(), ENTRY));
    command.addAll(List.of(arguments));
    return run(command, data, environment);
  }

  /** Starts the packaged jar in a namespace of its own, otherwise as {@link #start}. */
  static StartedApplication startPackaged(
      Path jar,
      IsolatedNetwork network,
      Path data,
      Map<String, String> environment,
      String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(JAVA, "-Xmx512m", QUICK_START, "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return run(network.around(command), data, environment);
  }

  private static StartedApplication run(
      List<String> command, Path data, Map<String, String> environment) {
    try {
      Path folder = Files.createDirectories(data.resolveSibling(data.getFileName() + "-cwd"));
      Path output = Files.createTempFile(data.getParent(), "output-", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("TOUCHSTONE_") || name.startsWith("SERVER_"));
      builder.environment().put("SERVER_PORT", "0");
      builder.environment().put("TOUCHSTONE_DATA", data.toString());
      builder.environment().putAll(environment);
      return new StartedApplication(builder.start(), output, data);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What is tested with does not belong to the product. */
  private static String productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry -> !entry.contains("test-classes") && !entry.contains("process_test_coverage"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The id of its process. */
  long pid() {
    return process.pid();
  }

  /** Where it keeps its durable files. */
  public Path data() {
    return data;
  }

  /** All that it has printed so far. */
  public String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Waits for a line.
   *
   * @return the first group of the expression, or the whole match
   * @throws AssertionError if the process ends before or patience does
   */
  public String await(String expression) {
    Pattern pattern = Pattern.compile(expression);
    while (true) {
      boolean alive = process.isAlive();
      Matcher matcher = pattern.matcher(output());
      if (matcher.find()) {
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
      }
      if (!alive || seconds() > PATIENCE.toSeconds()) {
        throw new AssertionError("Never printed: " + expression + "\n" + output());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Seconds since it was started. */
  double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Whether its process is there. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end by itself. */
  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Still running:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /**
   * As {@code kill -9} of this process and of its database server at once. This process first: the
   * other way round it may live long enough to say that it lost its database.
   */
  void killWithDatabase() {
    ProcessHandle database = databaseServer();
    process.destroyForcibly();
    database.destroyForcibly();
    exitCode();
  }

  /** The server of the embedded database. */
  ProcessHandle databaseServer() {
    try {
      String pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).get(0);
      return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** As Ctrl+C or a service manager's stop; the seconds that it takes. */
  double terminate() {
    long asked = System.nanoTime();
    process.destroy();
    exitCode();
    return (System.nanoTime() - asked) / 1e9;
  }

  /** The address of its embedded database. */
  String databaseUrl() {
    String port = await("database_started kind=embedded port=(\\d+)");
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  /** The password of its embedded database. */
  String databasePassword() {
    try {
      return Files.readString(data.resolve("postgres/password")).trim();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A look into its embedded database. */
  Connection database() throws SQLException {
    return DriverManager.getConnection(databaseUrl(), "postgres", databasePassword());
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      terminate();
    }
  }
}
