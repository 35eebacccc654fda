package io.touchstone.platform.security.ldap;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import io.touchstone.platform.LdapSettings;
import io.touchstone.platform.StartRefused;
import java.io.File;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/**
 * Connections to the directory, a new one for each use: one that is kept may go on with what was
 * bound before. Encrypted, and to the host that the certificate names.
 */
final class LdapServer {

  /** After a failed connection nobody waits for another one for so long. */
  private static final Duration DOWN = Duration.ofSeconds(5);

  /** These say that the password is not right, or that the account may not log in (RFC 4511). */
  private static final Set<ResultCode> REFUSED =
      Set.of(
          ResultCode.INVALID_CREDENTIALS,
          ResultCode.NO_SUCH_OBJECT,
          ResultCode.INVALID_DN_SYNTAX,
          ResultCode.INAPPROPRIATE_AUTHENTICATION,
          ResultCode.UNWILLING_TO_PERFORM,
          ResultCode.CONSTRAINT_VIOLATION);

  private final LdapSettings settings;
  private final URI address;
  private final Clock clock;
  private final SSLContext tls;
  private volatile Instant downUntil = Instant.MIN;

  /**
   * @throws StartRefused if the file of authorities cannot be read
   */
  LdapServer(LdapSettings settings, Clock clock) {
    this.settings = settings;
    this.address = settings.address();
    this.clock = clock;
    try {
      this.tls = new SSLUtil(trust(settings)).createSSLContext();
    } catch (GeneralSecurityException e) {
      throw new StartRefused(
          "touchstone.ldap.trust cannot be used.",
          "It has to be a PEM file with certificates of authorities.",
          e);
    }
  }

  private static X509TrustManager trust(LdapSettings settings) throws KeyStoreException {
    return settings.givenTrust().isPresent()
        ? new PEMFileTrustManager(new File(settings.givenTrust().get()))
        : JVMDefaultTrustManager.getInstance();
  }

  /** What is done with a connection. */
  @FunctionalInterface
  interface Reading<T> {
    T read(LDAPConnection connection) throws LDAPException, DirectoryFault;
  }

  /** Asks as the reader whose entry the settings name. */
  <T> T read(Reading<T> reading) throws DirectoryFault {
    try (LDAPConnection connection = connect()) {
      if (!settings.bindDn().isBlank()) {
        connection.bind(new SimpleBindRequest(settings.bindDn(), settings.bindPassword()));
      }
      return reading.read(connection);
    } catch (LDAPException e) {
      throw new DirectoryFault(code(e), e);
    }
  }

  /**
   * Whether the directory lets an entry in with a password. None is never right: a server takes it
   * for a stranger's login and says yes (RFC 4513, 5.1.2).
   */
  boolean letsIn(String dn, String password) throws DirectoryFault {
    if (password.isEmpty()) {
      return false;
    }
    try (LDAPConnection connection = connect()) {
      BindResult result = connection.bind(new SimpleBindRequest(dn, password));
      return result.getResultCode() == ResultCode.SUCCESS;
    } catch (LDAPException e) {
      if (REFUSED.contains(e.getResultCode())) {
        return false;
      }
      throw new DirectoryFault(code(e), e);
    }
  }

  private LDAPConnection connect() throws DirectoryFault {
    if (clock.instant().isBefore(downUntil)) {
      throw new DirectoryFault("down", null);
    }
    boolean ldaps = address.getScheme().equals("ldaps");
    LDAPConnection connection =
        ldaps
            ? new LDAPConnection(tls.getSocketFactory(), options())
            : new LDAPConnection(options());
    try {
      int port = address.getPort() > 0 ? address.getPort() : ldaps ? 636 : 389;
      connection.connect(address.getHost(), port, (int) settings.connect().toMillis());
      if (!ldaps && settings.startTls()) {
        connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
      }
      return connection;
    } catch (LDAPException e) {
      connection.close();
      downUntil = clock.instant().plus(DOWN);
      throw new DirectoryFault(code(e), e);
    }
  }

  private LDAPConnectionOptions options() {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis((int) settings.connect().toMillis());
    options.setResponseTimeoutMillis(settings.answer().toMillis());
    options.setFollowReferrals(false);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    return options;
  }

  private static String code(LDAPException e) {
    return "ldap-" + e.getResultCode().intValue();
  }
}
