package io.touchstone.platform.security.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * OpenLDAP's slapd as an ordinary process, from the system or unpacked below {@code target/slapd};
 * 5,000 people in two groups, and a certificate for localhost.
 */
final class OpenLdap implements AutoCloseable {

  static final int PEOPLE = 5_000;
  static final String BASE = DirectoryInMemory.BASE;
  static final String LIMITED = "cn=limited," + BASE;
  static final String PASSWORD = "kept by the house";

  private static final Path UNPACKED = Path.of("target/slapd").toAbsolutePath();

  private final Path folder;
  private final Path root;
  private final int port;
  private Process server;

  OpenLdap(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.root = Files.isExecutable(Path.of("/usr/sbin/slapd")) ? Path.of("/") : UNPACKED;
    if (!Files.isExecutable(program())) {
      throw new AssertionError(
          "This test needs OpenLDAP's slapd: install it, or unpack Debian's package and libwrap0,"
              + " libltdl7, libodbc2 below target/slapd with dpkg -x.");
    }
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    certificate();
    Files.writeString(folder.resolve("slapd.conf"), configuration());
    Files.createDirectory(folder.resolve("db"));
    Files.writeString(folder.resolve("people.ldif"), people());
    run(
        program().toString(),
        "-T",
        "add",
        "-q",
        "-f",
        file("slapd.conf"),
        "-l",
        file("people.ldif"));
    server =
        start(program().toString(), "-f", file("slapd.conf"), "-h", url("127.0.0.1"), "-d", "0");
    await();
  }

  private Path program() {
    return root.resolve("usr/sbin/slapd");
  }

  String url(String host) {
    return "ldap://" + host + ":" + port;
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  private void certificate() throws IOException, InterruptedException {
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        file("key.pem"),
        "-out",
        file("cert.pem"));
  }

  private String configuration() {
    Path schema = root.resolve("etc/ldap/schema");
    return """
    include %1$s/core.schema
    include %1$s/cosine.schema
    include %1$s/inetorgperson.schema
    modulepath %2$s
    moduleload back_mdb
    moduleload memberof
    pidfile %3$s/slapd.pid
    TLSCertificateFile %3$s/cert.pem
    TLSCertificateKeyFile %3$s/key.pem
    sizelimit 500
    database mdb
    maxsize 268435456
    suffix "%4$s"
    rootdn "cn=root,%4$s"
    rootpw root
    directory %3$s/db
    index objectClass,uid,member eq
    overlay memberof
    limits dn.exact="cn=reader,%4$s" size.prtotal=unlimited
    access to attrs=userPassword by anonymous auth by * none
    access to * by users read by anonymous auth
    """
        .formatted(schema, root.resolve("usr/lib/ldap"), folder, BASE);
  }

  private static String people() {
    StringBuilder ldif = new StringBuilder();
    entry(ldif, BASE, "objectClass: domain", "dc: house");
    for (String unit : List.of("people", "groups")) {
      entry(ldif, "ou=" + unit + "," + BASE, "objectClass: organizationalUnit", "ou: " + unit);
    }
    for (String reader : List.of("reader", "limited")) {
      entry(
          ldif,
          "cn=" + reader + "," + BASE,
          "objectClass: organizationalRole",
          "objectClass: simpleSecurityObject",
          "cn: " + reader,
          "userPassword: reads everything here");
    }
    List<String> labelling = new ArrayList<>(List.of("objectClass: groupOfNames", "cn: labelling"));
    List<String> auditing = new ArrayList<>(List.of("objectClass: groupOfNames", "cn: auditing"));
    for (int i = 0; i < PEOPLE; i++) {
      String dn = dn(i);
      entry(
          ldif,
          dn,
          "objectClass: inetOrgPerson",
          "uid: " + id(i),
          "cn: Person " + i,
          "sn: " + i,
          "title: since 2020",
          "userPassword: " + PASSWORD);
      (i % 50 == 0 ? auditing : labelling).add("member: " + dn);
    }
    entry(ldif, "cn=labelling,ou=groups," + BASE, labelling.toArray(String[]::new));
    entry(ldif, "cn=auditing,ou=groups," + BASE, auditing.toArray(String[]::new));
    return ldif.toString();
  }

  static String id(int number) {
    return "person.%04d@house".formatted(number);
  }

  static String dn(int number) {
    return "uid=" + id(number) + ",ou=people," + BASE;
  }

  private static void entry(StringBuilder ldif, String dn, String... lines) {
    ldif.append("dn: ").append(dn).append('\n');
    Stream.of(lines).forEach(line -> ldif.append(line).append('\n'));
    ldif.append('\n');
  }

  /** While the server runs. */
  void addGroup(String name, List<String> members) {
    try (LDAPConnection connection =
        new LDAPConnection("127.0.0.1", port, "cn=root," + BASE, "root")) {
      connection.add(
          "cn=" + name + ",ou=groups," + BASE,
          new Attribute("objectClass", "groupOfNames"),
          new Attribute("cn", name),
          new Attribute("member", members));
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process = start(command);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(command[0] + " failed: " + said());
    }
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("said.log").toFile());
    if (root.equals(UNPACKED)) {
      Map<String, String> environment = builder.environment();
      environment.put("LD_LIBRARY_PATH", libraries());
    }
    return builder.start();
  }

  private String libraries() throws IOException {
    try (Stream<Path> all = Files.list(root.resolve("usr/lib"))) {
      return String.join(":", all.filter(Files::isDirectory).map(Path::toString).toList());
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.log"), StandardCharsets.UTF_8);
  }

  /** Until it takes connections. */
  private void await() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (server.isAlive() && System.nanoTime() < end) {
      try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port)) {
        if (connection.isConnected()) {
          return;
        }
      } catch (LDAPException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("slapd does not answer: " + said());
  }

  @Override
  public void close() {
    server.destroy();
  }
}
