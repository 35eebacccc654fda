package io.touchstone.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network that ends at the machine: a Linux network namespace with the loopback interface and
 * without any route. The kernel counts there what has no route, so that an attempt to leave shows
 * even though it fails at once. Names are asked of an address without a route, too, and not of a
 * service of the machine's that would ask in the program's stead.
 */
final class IsolatedNetwork {

  private static final String ENTER =
      """
      set -e
      ip link set lo up
      mount --bind "$1/resolv.conf" /etc/resolv.conf
      mount --bind "$1/nsswitch.conf" /etc/nsswitch.conf
      shift
      exec "$@"
      """;

  private final List<String> unshare;
  private final Path settings;

  private IsolatedNetwork(List<String> unshare, Path settings) {
    this.unshare = unshare;
    this.settings = settings;
  }

  /**
   * Makes the means to enter such a network: as root, or else as the root of a user namespace.
   *
   * @param folder for its settings
   * @throws AssertionError in one sentence if this machine allows neither
   */
  static IsolatedNetwork in(Path folder) throws IOException {
    Path settings = Files.createDirectories(folder.resolve("isolated-network"));
    Files.writeString(settings.resolve("resolv.conf"), "nameserver 192.0.2.53\n");
    Files.writeString(settings.resolve("nsswitch.conf"), "passwd: files\nhosts: files dns\n");
    List<String> failures = new ArrayList<>();
    for (String command :
        List.of("unshare --net --mount", "unshare --user --map-root-user --net --mount")) {
      IsolatedNetwork network = new IsolatedNetwork(Arrays.asList(command.split(" ")), settings);
      Finished tried = network.run("true");
      if (tried.exitCode() == 0) {
        return network;
      }
      failures.add(command + ": " + tried.output().strip());
    }
    throw new AssertionError(
        "This test needs a network namespace, which takes unshare (util-linux), ip (iproute2) and"
            + " either root with CAP_SYS_ADMIN or user namespaces; "
            + String.join("; ", failures).replace('\n', ' ')
            + ".");
  }

  /** The command that runs another one inside; it becomes that one's process. */
  List<String> around(List<String> command) {
    List<String> all = new ArrayList<>(unshare);
    all.addAll(List.of("sh", "-c", ENTER, "sh", settings.toString()));
    all.addAll(command);
    return all;
  }

  /** What a command inside has said until its end. */
  record Finished(int exitCode, String output) {}

  /** Runs a command inside to its end. */
  Finished run(String... command) throws IOException {
    return finish(around(List.of(command)));
  }

  private static Finished finish(List<String> command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Finished(process.waitFor(), output);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      return new Finished(-1, e.getMessage());
    }
  }

  /** Runs a command to its end in the network of a process that was started inside. */
  Finished runBeside(long pid, String... command) throws IOException {
    List<String> all =
        new ArrayList<>(List.of("nsenter", "--target", String.valueOf(pid), "--net"));
    if (unshare.contains("--user")) {
      all.addAll(List.of("--user", "--preserve-credentials"));
    }
    all.addAll(List.of(command));
    return finish(all);
  }

  /** The kernel's counters of one network. */
  static final String COUNTERS = "cat /proc/net/snmp /proc/net/snmp6";

  /** How often somebody in the network of a process has tried to leave it. */
  static long attemptsOf(long pid) {
    try {
      Path net = Path.of("/proc", String.valueOf(pid), "net");
      return attempts(
          Files.readString(net.resolve("snmp")) + Files.readString(net.resolve("snmp6")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sum of both families' packets without a route, from the kernel's own tables. */
  static long attempts(String counters) {
    List<String[]> ip =
        counters
            .lines()
            .filter(line -> line.startsWith("Ip: "))
            .map(line -> line.trim().split("\\s+"))
            .toList();
    int column = Arrays.asList(ip.get(0)).indexOf("OutNoRoutes");
    long sixes =
        counters
            .lines()
            .filter(line -> line.startsWith("Ip6OutNoRoutes"))
            .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[1]))
            .sum();
    return Long.parseLong(ip.get(1)[column]) + sixes;
  }

  /** Names of the network interfaces that a process sees. */
  static List<String> interfacesOf(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "net", "dev")).stream()
        .filter(line -> line.contains(":"))
        .map(line -> line.substring(0, line.indexOf(':')).strip())
        .toList();
  }
}
