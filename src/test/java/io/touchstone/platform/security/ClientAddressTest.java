package io.touchstone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.Settings;
import io.touchstone.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** From which machine a call comes. */
class ClientAddressTest {

  @ParameterizedTest(name = "{0}, trusted {1}, forwarded {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7        |                        | 198.51.100.9                  | 192.0.2.7",
        "192.0.2.7        | 10.0.0.0/8             | 198.51.100.9                  | 192.0.2.7",
        "10.1.2.3         | 10.0.0.0/8             | 198.51.100.9                  | 198.51.100.9",
        "10.1.2.3         | 10.0.0.0/8             | 203.0.113.5, 198.51.100.9     | 198.51.100.9",
        "10.1.2.3         | 10.0.0.0/8,192.0.2.1   | 203.0.113.5, 192.0.2.1        | 203.0.113.5",
        "10.1.2.3         | 10.1.2.3               | 203.0.113.5, 10.1.2.4         | 10.1.2.4",
        "10.1.2.3         | 10.0.0.0/8             | localhost                     | 10.1.2.3",
        "10.1.2.3         | 10.0.0.0/8             | 203.0.113.5, unknown          | 10.1.2.3",
        "10.1.2.3         | 10.0.0.0/8             |                               | 10.1.2.3",
        "2001:db8:1:2::9  |                        |                               |"
            + " 20010db800010002/64",
        "fd00::1          | fd00::/8               | 2001:db8:1:2:a:b:c:d          |"
            + " 20010db800010002/64",
        "fe80::1%2        |                        |                               |"
            + " fe80000000000000/64"
      })
  void only_a_trusted_proxy_says_who_stands_behind_it(
      String remote, String trusted, String forwarded, String expected) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(remote);
    if (forwarded != null) {
      request.addHeader("X-Forwarded-For", forwarded);
    }

    String address =
        new ClientAddress(Settings.of("trusted-proxies", trusted == null ? "" : trusted))
            .of(request);

    assertThat(address).isEqualTo(expected);
  }

  @Test
  void several_headers_are_one_list() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("10.1.2.3");
    request.addHeader("X-Forwarded-For", "203.0.113.5");
    request.addHeader("X-Forwarded-For", "198.51.100.9");

    assertThat(new ClientAddress(Settings.of("trusted-proxies", "10.0.0.0/8")).of(request))
        .isEqualTo("198.51.100.9");
  }

  @ParameterizedTest
  @CsvSource({"proxy.example", "10.0.0.0/33", "10.0.0", "10.0.0.0/8/8", "fd00::/x"})
  void a_proxy_that_is_no_address_stops_the_start_with_its_name(String text) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new ClientAddress(Settings.of("trusted-proxies", text)))
        .withMessageContaining("touchstone.trusted-proxies")
        .withMessageContaining(text);
  }
}
