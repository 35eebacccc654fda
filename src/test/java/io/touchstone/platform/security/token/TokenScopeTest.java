package io.touchstone.platform.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenScopeTest {

  @ParameterizedTest(name = "{0} {1} needs {2}")
  @CsvSource({
    "GET, /projects, read",
    "GET, /batches/tickets-1/judgements, read",
    "HEAD, /datasets, read",
    "POST, /agreement, read",
    "POST, /redaction/preview, read",
    "GET, /git/tickets.git/info/refs, read",
    "POST, /git/tickets.git/git-upload-pack, read",
    "GET, /dvc/tickets/files/md5/ab/cdef, read",
    "GET, /people, read",
    "POST, /projects/tickets/batches, deliver",
    "POST, /batches/tickets-1/suggestions, deliver",
    "POST, /work/next, label",
    "PUT, /work/p/items/a/draft, label",
    "GET, /work/p/items/a/text, label",
    "POST, /work/p/submit, label",
    "POST, /held/t, manage",
    "POST, /approvals/t, manage",
    "POST, /projects/tickets/gold, manage",
    "POST, /batches/tickets-1/erasure, manage",
    "POST, /projects, manage",
    "GET, /me/tokens, nobody",
    "POST, /me/tokens, nobody",
    "DELETE, /me/tokens/1, nobody",
    "POST, /me/password, nobody",
    "GET, /tokens, nobody",
    "POST, /people, nobody",
    "POST, /people/anna/password, nobody",
    "POST, /people-list, nobody",
    "POST, /invitations, nobody"
  })
  void a_call_needs_one_scope_and_accounts_take_no_token(String method, String path, String scope) {
    assertThat(TokenScope.needed(method, path).map(TokenScope::code))
        .isEqualTo(Optional.of(scope).filter(code -> !code.equals("nobody")));
  }
}
