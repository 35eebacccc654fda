package io.touchstone.deidentification.cleaning.mail;

import io.touchstone.deidentification.cleaning.Canaries;
import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails with a canary in every place that a mail has. */
public final class MailCanaryFiles {

  private static final String HEAD =
      "From: a@x.example\r\nTo: b@x.example\r\nSubject: Hello\r\nMIME-Version: 1.0\r\n";

  private static final String[] DROPPED = {
    "Received: from % (% [192.0.2.1]) by x.example; Mon, 1 Jan 2024 10:00:00 +0000",
    "Message-ID: <%@x.example>",
    "References: <%@x.example>\r\n <2%@x.example>",
    "In-Reply-To: <%@x.example>",
    "X-Originating-IP: [%]",
    "X-Mailer: %",
    "User-Agent: %",
    "Return-Path: <%@x.example>",
    "Reply-To: % <%@x.example>",
    "Sender: %@x.example",
    "Bcc: %@x.example",
    "Resent-From: % <r@x.example>",
    "DKIM-Signature: v=1; d=%; b=abc",
    "Authentication-Results: x.example; spf=pass smtp.mailfrom=%",
    "List-Unsubscribe: <mailto:%@x.example>",
    "Organization: %",
    "Comments: %",
    "Keywords: %",
    "Thread-Topic: %",
    "Disposition-Notification-To: %@x.example",
    "Date: % Mon, 1 Jan 2024",
    "Subject: =?utf-8?X?%?=",
    "%: value",
    "Content-Description: %",
    "Content-ID: <%@x.example>",
    "Content-Location: https://x.example/%"
  };

  private static final String[] SHOWN = {
    "From: % <p@x.example>",
    "From: %@x.example",
    "To: c@x.example, \"%, Dr.\" <p@x.example>",
    "Cc: p@x.example (%)",
    "Subject: About %, again"
  };

  private MailCanaryFiles() {}

  /** All of them. */
  public static List<CanaryFile> mail() {
    List<CanaryFile> files = new ArrayList<>();
    for (String header : DROPPED) {
      files.add(file("dropped", header + "\r\n" + HEAD + "\r\nHi\r\n", false));
    }
    for (String header : SHOWN) {
      for (String word : List.of("%", "=?utf-8?B?&?=", "=?iso-8859-1?Q?^?=")) {
        if (word.equals("%") || !header.contains("%@") && !header.contains("\"%")) {
          String line = header.replace("%", word);
          files.add(file("header", line + "\r\nMIME-Version: 1.0\r\n\r\nHi\r\n", true));
          files.add(file("folded", line.replace(" ", "\r\n ") + "\r\n\r\nHi\r\n", true));
        }
      }
    }
    bodies(files);
    structures().forEach((name, mail) -> files.add(file(name, HEAD + mail, false)));
    return files;
  }

  private static void bodies(List<CanaryFile> files) {
    for (String type : List.of("plain", "html")) {
      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE)) {
        for (String encoding : List.of("8bit", "base64", "quoted-printable")) {
          if (charset == StandardCharsets.UTF_16BE && !encoding.equals("base64")) {
            continue;
          }
          String canary = Canaries.next();
          String words = "Dear " + canary + ", gr\u00fc\u00dfe\r\n";
          String text = type.equals("html") ? "<p>" + words + "</p>" : words;
          String head =
              HEAD
                  + "Content-Type: text/"
                  + type
                  + "; charset="
                  + charset
                  + "\r\nContent-Transfer-Encoding: "
                  + encoding
                  + "\r\n\r\n";
          String body = encoded(text.getBytes(charset), encoding);
          files.add(
              new CanaryFile(
                  "eml-" + type + "-" + charset + "-" + encoding,
                  ObjectType.EML,
                  (head + body).getBytes(StandardCharsets.ISO_8859_1),
                  List.of(canary),
                  true));
        }
      }
    }
  }

  private static String encoded(byte[] text, String encoding) {
    if (encoding.equals("base64")) {
      return Base64.getMimeEncoder().encodeToString(text);
    }
    String plain = new String(text, StandardCharsets.ISO_8859_1);
    if (encoding.equals("8bit")) {
      return plain;
    }
    StringBuilder quoted = new StringBuilder();
    for (byte b : text) {
      quoted.append(b == '\r' || b == '\n' ? "" + (char) b : String.format("=%02X", b & 0xff));
      if (quoted.length() - quoted.lastIndexOf("\n") > 60) {
        quoted.append("=\r\n");
      }
    }
    return quoted.toString();
  }

  private static Map<String, String> structures() {
    Map<String, String> mails = new LinkedHashMap<>();
    String mixed = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    String text = "--b\r\nContent-Type: text/plain\r\n\r\nHi\r\n";
    mails.put("preamble", mixed + "%\r\n" + text + "--b--\r\n");
    mails.put("epilogue", mixed + text + "--b--\r\n%\r\n");
    mails.put(
        "boundary",
        "Content-Type: multipart/mixed; boundary=\"%\"\r\n\r\n--%\r\n\r\nHi\r\n--%--\r\n");
    mails.put("type-parameter", "Content-Type: text/plain; x=\"%\"; name=\"%\"\r\n\r\nHi\r\n");
    for (String name :
        List.of(
            "Content-Disposition: attachment; filename=\"%.bin\"",
            "Content-Disposition: attachment; filename*=utf-8''%.bin",
            "Content-Disposition: attachment; filename*0=\"%\"; filename*1=\".bin\"",
            "Content-Disposition: inline; filename=\"=?utf-8?B?&?=\"")) {
      mails.put(
          "file-name-" + mails.size(),
          mixed
              + text
              + "--b\r\nContent-Type: application/octet-stream\r\n"
              + name
              + "\r\n\r\nabc\r\n--b--\r\n");
    }
    for (String type :
        List.of(
            "application/octet-stream",
            "application/ms-tnef",
            "text/calendar",
            "text/vcard",
            "message/delivery-status",
            "message/partial",
            "text/x-unknown",
            "image/svg+xml",
            "application/ics",
            "text/rtf")) {
      mails.put(
          "refused-" + type,
          mixed + text + "--b\r\nContent-Type: " + type + "\r\n\r\n\1\3\u00ff\u00fe%\r\n--b--\r\n");
    }
    mails.put(
        "header-of-a-forwarded-mail",
        mixed
            + text
            + "--b\r\nContent-Type: message/rfc822\r\n\r\nReceived: %\r\nX-A: %\r\n"
            + "From: q@x.example\r\n\r\nHi\r\n--b--\r\n");
    mails.put(
        "hidden-in-a-page",
        "Content-Type: text/html\r\n\r\n<p>Hi</p><!-- % --><p hidden>%</p><img src=\"cid:%\">\r\n");
    mails.put(
        "hidden-in-the-second-version",
        "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
            + text
            + "--b\r\nContent-Type: text/html\r\n\r\n<p>Hi</p><script>%</script>\r\n--b--\r\n");
    return mails;
  }

  private static CanaryFile file(String name, String mail, boolean inContent) {
    String canary = Canaries.next();
    StringBuilder quoted = new StringBuilder();
    canary.chars().forEach(c -> quoted.append(String.format("=%02X", c)));
    String filled =
        mail.replace("&", Base64.getEncoder().encodeToString(canary.getBytes()))
            .replace("^", quoted)
            .replace("%", canary);
    return new CanaryFile(
        "eml-" + name,
        ObjectType.EML,
        filled.getBytes(StandardCharsets.ISO_8859_1),
        List.of(canary),
        inContent);
  }
}
