package io.touchstone.deidentification.cleaning.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailCleanerTest {

  private static final String HEAD = "From: a@x.example\r\nSubject: Hello\r\nMIME-Version: 1.0\r\n";

  private final MailCleaner cleaner = new MailCleaner();

  @Test
  void no_canary_is_left_by_the_reader_of_another_language() throws Exception {
    List<CanaryFile> files = MailCanaryFiles.mail();
    List<byte[]> mails = new ArrayList<>();
    for (CanaryFile file : files) {
      LiteralTools tools = tools();
      if (file.canaryInContent()) {
        file.canaries().forEach(canary -> tools.replacing(canary, "[PERSON_1]"));
      }
      mails.add(((Cleaning.Cleaned) cleaner.clean(file.object(), ObjectType.EML, tools)).object());
    }

    List<String> read = OtherMailReader.read(mails);

    assertThat(read).hasSameSizeAs(files);
    for (int i = 0; i < files.size(); i++) {
      List<String> canaries = files.get(i).canaries();
      assertThat(read.get(i)).doesNotContain(canaries).doesNotContain("@x.example");
      if (files.get(i).canaryInContent()) {
        assertThat(read.get(i)).as(files.get(i).name()).contains("[PERSON_1]");
      }
      assertThat(String.join("\n", cleaner.readBack(mails.get(i), ObjectType.EML)))
          .doesNotContain(canaries);
    }
  }

  @Test
  void a_mail_keeps_what_a_reader_sees_and_says_it_once() throws IOException {
    String mail =
        "Received: from x\r\nFrom: Anna Meier <anna@x.example>\r\n"
            + "To: =?utf-8?Q?J=C3=BCrgen?= <j@x.example>, anna@x.example\r\n"
            + "Date: Mon, 1 Jan 2024 10:00:00 +0100 (CET)\r\nSubject: Gr\u00fc\u00dfe\r\n"
            + "Content-Type: multipart/alternative; boundary=q\r\n\r\n"
            + "--q\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear Anna\u00a0Meier\r\n"
            + "--q\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Dear <b>Anna</b> Meier</p>\r\n"
            + "--q--\r\n";
    LiteralTools tools =
        new LiteralTools()
            .replacing("Anna Meier", "[P1]")
            .replacing("Anna\u00a0Meier", "[P1]")
            .replacing("anna@x.example", "[E1]");

    String cleaned = cleaned(mail.getBytes(StandardCharsets.UTF_8), tools);

    assertThat(tools.shown()).containsExactly("Gr\u00fc\u00dfe", "Dear [P1]");
    assertThat(cleaned)
        .contains("From: \"[P1] [E1]\" <correspondent-1@example.invalid>")
        .contains("<correspondent-2@example.invalid>,\r\n")
        .contains("\"[E1]\" <correspondent-1@example.invalid>")
        .contains("Date: Mon, 1 Jan 2024 10:00:00 +0100\r\n")
        .contains("[P1]</b></p>")
        .doesNotContain("Received", "CET");
  }

  @Test
  void numbers_in_the_place_of_addresses_are_not_read_back_as_addresses() throws IOException {
    byte[] cleaned = bytes((HEAD + "\r\nHi").getBytes(StandardCharsets.UTF_8));

    assertThat(cleaner.readBack(cleaned, ObjectType.EML))
        .contains("From: ", "Subject: Hello")
        .noneMatch(line -> line.contains("@"));
  }

  @Test
  void a_name_that_goes_on_in_the_next_line_is_found() throws IOException {
    LiteralTools tools = new LiteralTools().replacing("Anna Meier", "[P1]");

    String cleaned =
        cleaned(
            (HEAD
                    + "\r\nThe letter that we sent on the first of May to Ms Anna\r\nMeier came back.")
                .getBytes(StandardCharsets.UTF_8),
            tools);

    assertThat(cleaned).contains("May to Ms [P1] came back");
  }

  @Test
  void attachments_are_the_cleaned_ones_and_a_refused_one_leaves_a_note() throws IOException {
    String mail =
        HEAD
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHi\r\n"
            + "--b\r\nContent-Type: image/png; name=\"meier.png\"\r\n\r\npicture\r\n"
            + "--b\r\nContent-Type: application/pdf\r\n\r\nsecret\r\n--b--\r\n";
    LiteralTools tools =
        new LiteralTools()
            .nesting(
                raw ->
                    new String(raw, StandardCharsets.UTF_8).equals("picture")
                        ? new Cleaning.Cleaned(
                            new byte[] {1, 2, 3}, ObjectType.PNG, Map.of("exif", 2), 1)
                        : new Cleaning.Quarantined(Quarantine.ENCRYPTED, "It is."));

    Cleaning.Cleaned cleaned =
        (Cleaning.Cleaned)
            cleaner.clean(mail.getBytes(StandardCharsets.UTF_8), ObjectType.EML, tools);

    assertThat(new String(cleaned.object(), StandardCharsets.UTF_8))
        .contains("filename=\"attachment-1.png\"\r\n\r\nAQID\r\n")
        .contains("[Attachment 2 was removed: ENCRYPTED]");
    assertThat(cleaned.removed()).containsEntry("exif", 2).containsEntry("attachment", 1);
    assertThat(cleaned.doubtful()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"| SIGNED
          Content-Type: application/pkcs7-mime; smime-type=signed-data|                     SIGNED
          Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data|                ENCRYPTED
          Content-Type: application/pkcs7-mime; name=smime.p7m|                             ENCRYPTED
          Content-Type: multipart/encrypted; boundary=b|                                    ENCRYPTED
          """)
  void protected_mails_are_kept_from_everybody(String header, Quarantine reason)
      throws IOException {
    String mail = HEAD + header + "\r\n\r\n--b\r\n\r\nHi\r\n--b--\r\n";

    assertThat(cleaner.clean(mail.getBytes(StandardCharsets.UTF_8), ObjectType.EML, tools()))
        .isInstanceOfSatisfying(
            Cleaning.Quarantined.class, q -> assertThat(q.reason()).isEqualTo(reason));
  }

  @Test
  void a_mailbox_of_several_mails_is_refused_and_one_of_one_is_read() throws IOException {
    String one = "From a@x.example Mon Jan 1 10:00:00 2024\n" + HEAD + "\nHi\n";

    assertThat(cleaner.clean((one + "\n" + one).getBytes(), ObjectType.EML, tools()))
        .isInstanceOf(Cleaning.Quarantined.class);
    assertThat(cleaned(one.getBytes(), tools())).startsWith("From: <correspondent-1@");
  }

  @Test
  void mails_within_mails_are_read_three_deep() throws IOException {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      mail.append("Subject: s").append(i).append("\r\nContent-Type: message/rfc822\r\n\r\n");
    }
    LiteralTools tools = tools();

    String cleaned = cleaned((mail + "Subject: last\r\n\r\nHi\r\n").getBytes(), tools);

    assertThat(tools.shown()).containsExactly("s0", "s1", "s2", "s3");
    assertThat(cleaned).contains("removed: TOO_DEEP");
  }

  @Test
  void the_same_mail_gives_the_same_bytes() throws IOException {
    for (CanaryFile file : MailCanaryFiles.mail()) {
      byte[] once = bytes(file.object());

      assertThat(bytes(file.object())).isEqualTo(once);
    }
  }

  @Test
  void a_damaged_or_hostile_mail_is_cleaned_or_refused_in_time() {
    Random random = new Random(11);
    List<CanaryFile> files = MailCanaryFiles.mail();
    long before = System.nanoTime();
    for (int i = 0; i < 400; i++) {
      byte[] mail = files.get(random.nextInt(files.size())).object();
      byte[] damaged = Arrays.copyOf(mail, 1 + random.nextInt(mail.length));
      for (int k = 0; k < 8; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      outcome(damaged);
    }
    String nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n";
    outcome(nested.repeat(20_000).getBytes());
    outcome(("Content-Type: message/rfc822\r\n\r\n".repeat(20_000)).getBytes());
    outcome((HEAD + "X: y\r\n".repeat(50_000) + "\r\nHi").getBytes());
    outcome(("Subject: " + "=?utf-8?B?".repeat(100_000) + "\r\n\r\nHi").getBytes());
    outcome(("From: " + "a@".repeat(40_000) + "\r\n\r\nHi").getBytes());
    outcome(
        ("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n".repeat(5_000))
            .getBytes());

    assertThat(System.nanoTime() - before).isLessThan(30_000_000_000L);
  }

  /** Cleaned, refused, or not readable: anything else fails. */
  private void outcome(byte[] mail) {
    try {
      assertThat(cleaner.clean(mail, ObjectType.EML, tools())).isNotNull();
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }

  private byte[] bytes(byte[] mail) throws IOException {
    return ((Cleaning.Cleaned) cleaner.clean(mail, ObjectType.EML, tools())).object();
  }

  private static LiteralTools tools() {
    return new LiteralTools();
  }

  private String cleaned(byte[] mail, LiteralTools tools) throws IOException {
    Cleaning.Cleaned cleaned = (Cleaning.Cleaned) cleaner.clean(mail, ObjectType.EML, tools);
    return new String(cleaned.object(), StandardCharsets.UTF_8);
  }
}
