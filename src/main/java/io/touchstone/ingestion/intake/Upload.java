package io.touchstone.ingestion.intake;

import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** The files of a request, one after the other as they arrive; nothing is spooled. */
final class Upload {

  private Upload() {}

  /**
   * @throws Refusal 415 for a body that is no file and no multipart, 400 for a broken multipart
   */
  static Iterable<Source> sources(HttpServletRequest request) throws IOException {
    if (JakartaServletFileUpload.isMultipartContent(request)) {
      return () -> new Files(request);
    }
    String declared = Optional.ofNullable(request.getContentType()).orElse("");
    SourceFormat format = SourceFormat.ofMediaType(declared).orElseThrow(BatchIntake::unsupported);
    return List.of(new Source(format.mediaType(), request.getInputStream()));
  }

  /**
   * The file parts of a multipart body; other fields are passed over. What a parser's exception
   * says is not passed on: it may quote a part's header, and with it a file's name.
   */
  private static final class Files implements Iterator<Source> {

    private final FileItemInputIterator parts;
    private Optional<FileItemInput> next = Optional.empty();

    Files(HttpServletRequest request) {
      try {
        parts = new JakartaServletFileUpload<>().getItemIterator(request);
      } catch (IOException e) {
        throw BatchIntake.brokenOff();
      }
    }

    @Override
    public boolean hasNext() {
      try {
        while (next.isEmpty() && parts.hasNext()) {
          next = Optional.of(parts.next()).filter(part -> !part.isFormField());
        }
        return next.isPresent();
      } catch (IOException e) {
        throw BatchIntake.brokenOff();
      }
    }

    @Override
    public Source next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      FileItemInput part = next.orElseThrow();
      next = Optional.empty();
      try {
        return new Source(mediaType(part), part.getInputStream());
      } catch (IOException e) {
        throw BatchIntake.brokenOff();
      }
    }

    /** Rows if the declared type or the extension says so, else an object. */
    private static String mediaType(FileItemInput part) {
      return SourceFormat.ofDelivered(
              Optional.ofNullable(part.getContentType()).orElse(""),
              Optional.ofNullable(part.getName()).orElse(""))
          .orElseThrow(BatchIntake::unsupported)
          .mediaType();
    }
  }
}
