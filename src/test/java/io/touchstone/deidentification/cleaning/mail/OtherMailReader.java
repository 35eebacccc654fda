package io.touchstone.deidentification.cleaning.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a mail with Python's library, which shares no code with ours: headers, bodies, names. */
public final class OtherMailReader {

  private static final String PROGRAM =
      """
      import sys, email, email.policy
      for raw in sys.stdin.buffer.read().split(b'\\0')[:-1]:
          print(raw.decode('latin-1'))
          message = email.message_from_bytes(raw, policy=email.policy.default)
          for part in message.walk():
              for name, value in part.items():
                  print(name, value)
              print(part.get_filename(), part.preamble, part.epilogue)
              if not part.is_multipart():
                  print(part.get_payload(decode=True).decode('utf-8'))
          print('\\0')
      """;

  private OtherMailReader() {}

  /** What it reads of each of the mails, none of which holds a zero. */
  static List<String> read(List<byte[]> mails) throws IOException, InterruptedException {
    Path in = Files.createTempFile("touchstone-mails", ".bin");
    Path out = Files.createTempFile("touchstone-mails", ".txt");
    try {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] mail : mails) {
        all.write(mail);
        all.write(0);
      }
      Files.write(in, all.toByteArray());
      Process process =
          new ProcessBuilder("python3", "-X", "utf8", "-c", PROGRAM)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError("Python cannot read a mail.");
      }
      String read = Files.readString(out);
      return List.of(read.substring(0, read.lastIndexOf('\0')).split("\0\n"));
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }
}
