package io.touchstone.ingestion.object;

import io.touchstone.deidentification.Redaction;
import io.touchstone.deidentification.Tags;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.image.ImageCleaner;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.deidentification.cleaning.mail.MailCleaner;
import io.touchstone.deidentification.cleaning.markup.HtmlCleaner;
import io.touchstone.deidentification.cleaning.ocr.InstalledReader;
import io.touchstone.deidentification.cleaning.ocr.Tesseract;
import io.touchstone.deidentification.cleaning.office.OoxmlCleaner;
import io.touchstone.deidentification.cleaning.pdf.PdfCleaner;
import io.touchstone.deidentification.operator.DeidentificationRules;
import io.touchstone.deidentification.operator.DeidentificationRules.Faces;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.DeidentificationRules.Scope;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.recogniser.EmailRecogniser;
import io.touchstone.deidentification.recogniser.PhoneRecogniser;
import io.touchstone.deidentification.recogniser.Recogniser;
import io.touchstone.deidentification.recogniser.names.ContextRecogniser;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.policy.RecogniserFolder;
import io.touchstone.platform.crypto.Hmac;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stage 1 without a database, for projects that ask for the text in pictures, and others. */
final class PictureStage {

  private static final List<Cleaner> DOCUMENTS =
      List.of(new PdfCleaner(), new MailCleaner(), new HtmlCleaner(), new OoxmlCleaner());

  private final ObjectCleaning cleaning;
  private final DeidentificationPolicy policy;
  private final Tags tags;

  private PictureStage(Tesseract reader, List<String> languages) {
    List<Recogniser> recognisers = new ArrayList<>(RecogniserFolder.load(Path.of("none")));
    recognisers.add(new EmailRecogniser());
    recognisers.add(new PhoneRecogniser());
    recognisers.add(ContextRecogniser.ofPersons());
    cleaning =
        new ObjectCleaning(
            DOCUMENTS, faces -> new ImageCleaner(Obfuscation.FILL), new TextCleaning(reader));
    policy =
        DeidentificationPolicy.standard(
            recognisers,
            new DeidentificationRules(
                Map.of(),
                Operator.TAG,
                Scope.ITEM,
                List.of(),
                List.of(),
                Map.of(),
                Faces.FILL,
                languages),
            Operators.tags());
    tags = new Tags(recognisers.stream().map(Recogniser::type).toList());
  }

  /** Of a project that asks for these languages. */
  static PictureStage reading(String... languages) {
    return reading(InstalledReader.get(), languages);
  }

  static PictureStage reading(Tesseract reader, String... languages) {
    return new PictureStage(reader, List.of(languages));
  }

  /** Of a project that does not ask. */
  static PictureStage blind() {
    return new PictureStage(new Tesseract("tesseract"), List.of());
  }

  ObjectOutcome process(byte[] object) {
    return new ObjectProcessing(Hmac.of(new byte[] {1}), policy, tags, cleaning).process(object, 1);
  }

  /** What stands in a text that would be masked in a row, too. */
  Redaction redacted(String text) {
    return policy.redactor().redact(text);
  }

  ObjectCleaning cleaning() {
    return cleaning;
  }
}
