package io.touchstone.platform.security.ldap;

import static io.touchstone.platform.security.ldap.DirectoryInMemory.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import io.touchstone.platform.LdapSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To whom passwords are said. */
class LdapServerTest {

  private static final String KEY = "opens the key of a test";
  private static final String PASSWORD = "kept by the house";
  private static final LdapSettings.Mapping LABELLING = mapping("labelling", "annotator");

  @TempDir private static Path folder;

  @BeforeAll
  static void certificates() throws IOException, InterruptedException {
    certificate("localhost");
    certificate("elsewhere.test");
  }

  private static void certificate(String host) throws IOException, InterruptedException {
    keytool(
        host,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + host,
        "-ext",
        "san=dns:" + host,
        "-storetype",
        "PKCS12");
    keytool(host, "-exportcert", "-rfc", "-file", pem(host));
  }

  private static void keytool(String host, String... what)
      throws IOException, InterruptedException {
    List<String> program =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-alias",
            "server",
            "-keystore",
            folder.resolve(host + ".p12").toString(),
            "-storepass",
            KEY);
    Process process =
        new ProcessBuilder(Stream.concat(program.stream(), Arrays.stream(what)).toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
  }

  private static String pem(String host) {
    return folder.resolve(host + ".pem").toString();
  }

  @Test
  void a_password_is_said_only_where_the_certificate_is_of_the_host_and_vouched_for()
      throws Exception {
    assertThat(logsIn(startTls("localhost"), "ldap", pem("localhost"))).isTrue();
    assertThat(logsIn(ldaps("localhost"), "ldaps", pem("localhost"))).isTrue();

    for (String scheme : List.of("ldap", "ldaps")) {
      assertThatThrownBy(
              () -> logsIn(listener(scheme, "elsewhere.test"), scheme, pem("elsewhere.test")))
          .as("%s: another host's", scheme)
          .isInstanceOf(DirectoryFault.class);
      assertThatThrownBy(() -> logsIn(listener(scheme, "localhost"), scheme, pem("elsewhere.test")))
          .as("%s: nobody vouches for it", scheme)
          .isInstanceOf(DirectoryFault.class);
    }
  }

  @Test
  void a_server_without_encryption_is_told_nothing() throws LDAPException {
    assertThatThrownBy(
            () -> logsIn(InMemoryListenerConfig.createLDAPConfig("ldap"), "ldap", pem("localhost")))
        .isInstanceOf(DirectoryFault.class);
  }

  private static boolean logsIn(InMemoryListenerConfig listener, String scheme, String trust)
      throws LDAPException, DirectoryFault {
    try (DirectoryInMemory house = new DirectoryInMemory(listener)) {
      String dn = house.person("anna", "Anna", PASSWORD);
      String url = scheme + "://localhost:" + house.server.getListenPort();
      LdapSettings settings = DirectoryInMemory.settings(url, true, trust, LABELLING);
      return new LdapServer(settings, Clock.systemUTC()).letsIn(dn, PASSWORD);
    }
  }

  private static InMemoryListenerConfig listener(String scheme, String host) {
    try {
      return scheme.equals("ldaps") ? ldaps(host) : startTls(host);
    } catch (LDAPException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static InMemoryListenerConfig startTls(String host)
      throws LDAPException, GeneralSecurityException {
    return InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, key(host).getSocketFactory());
  }

  private static InMemoryListenerConfig ldaps(String host)
      throws LDAPException, GeneralSecurityException {
    return InMemoryListenerConfig.createLDAPSConfig("ldaps", key(host).getServerSocketFactory());
  }

  private static SSLContext key(String host) throws GeneralSecurityException {
    KeyStoreKeyManager key =
        new KeyStoreKeyManager(
            folder.resolve(host + ".p12").toString(), KEY.toCharArray(), "PKCS12", "server");
    return new SSLUtil(key, null).createSSLContext();
  }
}
