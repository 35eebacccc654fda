package io.touchstone.platform.security;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.TouchstoneSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which machine a call comes from. Behind an organisation's proxy all come from one address; there
 * the proxy's {@code X-Forwarded-For} counts, of anybody else's nothing does.
 */
@Component
public class ClientAddress {

  /** One customer's line has so many leading bits of its own in IPv6 (RFC 6177, at least). */
  private static final int LINE_BYTES = 8;

  private final List<AddressRange> trusted;

  ClientAddress(TouchstoneSettings settings) {
    this.trusted = settings.trustedProxies().stream().map(ClientAddress::range).toList();
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text)
        .orElseThrow(
            () ->
                new StartRefused(
                    "touchstone.trusted-proxies names no address: " + text + ".",
                    "Write addresses or ranges in numbers: 10.1.2.3, 10.0.0.0/8, fd00::/8."));
  }

  /**
   * The address of the last hop that is no trusted proxy; of IPv6 the network of one line, since
   * its machines choose the rest at will.
   */
  public String of(HttpServletRequest request) {
    InetAddress hop = AddressRange.address(request.getRemoteAddr().split("%")[0]).orElseThrow();
    for (String before : hops(request)) {
      if (!isTrusted(hop)) {
        break;
      }
      Optional<InetAddress> next = AddressRange.address(before);
      if (next.isEmpty()) {
        break;
      }
      hop = next.get();
    }
    return shown(hop);
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  /** The nearest first; several headers of the name are one list (RFC 9110, 5.3). */
  private static List<String> hops(HttpServletRequest request) {
    List<String> hops = new ArrayList<>();
    Collections.list(request.getHeaders("X-Forwarded-For"))
        .forEach(header -> hops.addAll(Arrays.asList(header.split(","))));
    Collections.reverse(hops);
    return hops;
  }

  private static String shown(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    return java.util.stream.IntStream.range(0, LINE_BYTES)
        .mapToObj(i -> String.format("%02x", bytes[i]))
        .collect(Collectors.joining("", "", "/64"));
  }
}
