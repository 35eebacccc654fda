package io.touchstone.release.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of bytes and files as lower-case hexadecimal. */
public final class Digests {

  private static final int BUFFER_BYTES = 64 * 1024;

  private Digests() {}

  /** A fresh SHA-256. */
  public static MessageDigest newSha256() {
    return algorithm("SHA-256");
  }

  /** A fresh MD5: DVC names objects by it; it protects nothing. */
  public static MessageDigest newMd5() {
    return algorithm("MD5");
  }

  public static byte[] sha256(byte[] bytes) {
    return newSha256().digest(bytes);
  }

  public static String sha256Hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  public static String md5Hex(byte[] bytes) {
    return HexFormat.of().formatHex(newMd5().digest(bytes));
  }

  public static String sha256Hex(Path file) throws IOException {
    return ofFile(file, newSha256());
  }

  public static String md5Hex(Path file) throws IOException {
    return ofFile(file, newMd5());
  }

  private static String ofFile(Path file, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks " + name, e);
    }
  }
}
