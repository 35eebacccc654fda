package io.touchstone.deidentification.cleaning;

import java.util.Arrays;
import java.util.Optional;

/** A kind of object that stage 1 can clean; which one an object is, its content tells. */
public enum ObjectType {
  TEXT("text/plain", "txt"),
  HTML("text/html", "html"),
  EML("message/rfc822", "eml"),
  PDF("application/pdf", "pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  DOC("application/msword", "doc"),
  XLS("application/vnd.ms-excel", "xls"),
  PPT("application/vnd.ms-powerpoint", "ppt"),
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  TIFF("image/tiff", "tif"),
  WEBP("image/webp", "webp"),
  WAV("audio/wav", "wav"),
  MP3("audio/mpeg", "mp3");

  private final String mediaType;
  private final String extension;

  ObjectType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** As HTTP names it. */
  public String mediaType() {
    return mediaType;
  }

  /** Of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether a browser shows it as a picture once it is cleaned. */
  public boolean isImage() {
    return mediaType.startsWith("image/");
  }

  /** The kind of that media type. */
  public static Optional<ObjectType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }
}
