package io.touchstone.platform.web;

import java.io.InputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file of somebody's as an answer: shown only where it cannot act, else saved. */
public final class ServedFile {

  private ServedFile() {}

  /**
   * The answer. Pictures and recordings are shown in a page of ours; all else is offered to be
   * saved, so that nothing of it is interpreted under our address.
   *
   * @param mediaType as the content was found to be
   * @param bytes length of the content
   * @param content closed once it is sent
   */
  public static ResponseEntity<Resource> of(String mediaType, long bytes, InputStream content) {
    MediaType type = MediaType.parseMediaType(mediaType);
    boolean shown = "image".equals(type.getType()) || "audio".equals(type.getType());
    ContentDisposition disposition =
        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename("item")
            .build();
    return ResponseEntity.ok()
        .contentType(type)
        .contentLength(bytes)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new InputStreamResource(content));
  }
}
