package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.NotCleanable;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.field.ContentTypeField;

/** Signed and encrypted mails, and containers that only their own program opens. */
final class Protection {

  private static final Set<String> SIGNATURES =
      Set.of(
          "multipart/signed",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature");

  private static final Set<String> ENVELOPES =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

  private Protection() {}

  static void refuse(Entity entity, String type) throws NotCleanable {
    if (type.equals("multipart/encrypted") || type.equals("application/pgp-encrypted")) {
      throw encrypted();
    }
    if (ENVELOPES.contains(type)) {
      throw isSignedEnvelope(entity) ? signed() : encrypted();
    }
    if (SIGNATURES.contains(type)) {
      throw signed();
    }
  }

  private static boolean isSignedEnvelope(Entity entity) {
    String kind =
        entity.getHeader().getField("Content-Type") instanceof ContentTypeField field
            ? field.getParameter("smime-type")
            : null;
    String name = entity.getFilename();
    return kind != null && kind.toLowerCase(Locale.ROOT).contains("signed")
        || kind == null && name != null && name.toLowerCase(Locale.ROOT).endsWith(".p7s");
  }

  /** Protection in the text itself (RFC 9580, 6 and 7). */
  static void refuse(String text) throws NotCleanable {
    if (text.contains("-----BEGIN PGP MESSAGE-----")) {
      throw encrypted();
    }
    if (text.contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
      throw signed();
    }
  }

  static boolean isContainer(Entity entity, String type) {
    String name = entity.getFilename() == null ? "" : entity.getFilename();
    return type.equals("application/ms-tnef")
        || type.equals("application/vnd.ms-tnef")
        || name.equalsIgnoreCase("winmail.dat");
  }

  private static NotCleanable encrypted() {
    return new NotCleanable(Quarantine.ENCRYPTED, "it is encrypted. Send it decrypted.");
  }

  private static NotCleanable signed() {
    return new NotCleanable(
        Quarantine.SIGNED,
        "it is signed, and cleaning would break the signature. Send an unsigned copy if the"
            + " signature is not needed.");
  }
}
