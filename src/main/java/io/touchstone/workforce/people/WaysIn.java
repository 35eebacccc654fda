package io.touchstone.workforce.people;

import io.touchstone.platform.security.Account;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.invitation.FirstPasswords;
import io.touchstone.platform.security.invitation.Invitations;
import io.touchstone.platform.security.password.PasswordResets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How people get in for the first time, or anew. */
@Component
class WaysIn {

  private final AccountMakers makers;
  private final PasswordResets resets;
  private final Invitations invitations;
  private final FirstPasswords firstPasswords;

  WaysIn(
      AccountMakers makers,
      PasswordResets resets,
      Invitations invitations,
      FirstPasswords firstPasswords) {
    this.makers = makers;
    this.resets = resets;
    this.invitations = invitations;
    this.firstPasswords = firstPasswords;
  }

  /** How somebody gets in for the first time. */
  enum Way {
    LINK,
    PASSWORD
  }

  /** What has to be handed to the person: one of both, shown once. */
  record Entry(Optional<Invitations.Link> link, Optional<FirstPasswords.Given> password) {}

  /** Opens a new account's way in; who did so is noted. */
  Entry open(String id, Way way, Caller by) {
    if (way == Way.PASSWORD) {
      makers.note(id, by.id(), AccountMakers.How.CREATED);
      return new Entry(Optional.empty(), Optional.of(firstPasswords.give(id)));
    }
    makers.note(id, by.id(), AccountMakers.How.INVITED);
    return new Entry(Optional.of(invitations.make(id, by.id())), Optional.empty());
  }

  /** Opens it once more; that a password was set before is noted too. */
  Entry again(Account account, Way way, Caller by) {
    Entry entry = open(account.id(), way, by);
    if (account.hasPassword()) {
      resets.note(account.id(), by.id());
    }
    return entry;
  }
}
