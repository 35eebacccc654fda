package io.touchstone.platform.security.machine;

import io.touchstone.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a browser makes a call on behalf of somebody else's page. A browser that once asked for a
 * name and password sends them by itself with whatever any page makes it send; programs are not
 * asked. {@code Sec-Fetch-Site} alone does not tell: on plain http no browser sends it.
 */
final class CrossSite {

  /** What a form can send without asking first (Fetch standard, CORS-safelisted request-header). */
  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data");

  /** Of these no call of ours takes any from a page; files from a page of ours are multipart. */
  private static final Set<String> FORMS_WITHOUT_FILES =
      Set.of("application/x-www-form-urlencoded", "text/plain");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private static final Refusal FOREIGN =
      new Refusal(403, "cross-site", "A page of another site may not call this interface.");

  private static final Refusal FORM =
      new Refusal(
          415,
          "form-from-browser",
          "A browser's form may not call this interface. Send JSON, JSON Lines, CSV or, from a"
              + " program, multipart files.");

  private final Optional<String> publicOrigin;

  /**
   * @param publicUrl address under which browsers reach this installation
   */
  CrossSite(String publicUrl) {
    this.publicOrigin = origin(publicUrl);
  }

  /** Why the call is refused; empty if nothing speaks against it. */
  Optional<Refusal> objection(HttpServletRequest request) {
    String site = header(request, "Sec-Fetch-Site");
    if (site.equals("cross-site") || site.equals("same-site")) {
      return Optional.of(FOREIGN);
    }
    Optional<Boolean> own = isOwn(request);
    if (own.isPresent() && !own.get()) {
      return Optional.of(FOREIGN);
    }
    if (READING.contains(request.getMethod()) || !isBrowser(request)) {
      return Optional.empty();
    }
    Set<String> refused = own.isPresent() ? FORMS_WITHOUT_FILES : FORMS;
    return refused.contains(contentType(request)) ? Optional.of(FORM) : Optional.empty();
  }

  /** By Origin, else by Referer; empty where a request has neither. */
  private Optional<Boolean> isOwn(HttpServletRequest request) {
    String origin = header(request, "Origin");
    String said = origin.isEmpty() ? header(request, "Referer") : origin;
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(origin(said).filter(found -> isOwn(found, request)).isPresent());
  }

  /** Where pages come over https, one that came over http may be anybody's. */
  private boolean isOwn(String origin, HttpServletRequest request) {
    boolean https = publicOrigin.filter(own -> own.startsWith("https:")).isPresent();
    String scheme = https ? "https" : request.getScheme();
    return publicOrigin.filter(origin::equals).isPresent()
        || origin(scheme + "://" + header(request, "Host")).filter(origin::equals).isPresent();
  }

  /** Browsers say so, and a page cannot make them conceal it in a form; PowerShell says so too. */
  private static boolean isBrowser(HttpServletRequest request) {
    String agent = header(request, "User-Agent");
    boolean posesAsBrowser = agent.contains("Mozilla/") && !agent.contains("PowerShell/");
    return posesAsBrowser
        || !header(request, "Sec-Fetch-Mode").isEmpty()
        || !header(request, "Origin").isEmpty()
        || !header(request, "Referer").isEmpty();
  }

  private static String contentType(HttpServletRequest request) {
    return header(request, "Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String header(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  /** Scheme, host and port (RFC 6454) of an address; empty if it has none, as "null". */
  private static Optional<String> origin(String address) {
    try {
      URI uri = new URI(address);
      if (uri.getScheme() == null || uri.getHost() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
