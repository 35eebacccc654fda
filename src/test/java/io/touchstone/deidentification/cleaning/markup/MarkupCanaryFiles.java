package io.touchstone.deidentification.cleaning.markup;

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

/** Pages and texts with a canary in every place that a page has, in several charsets. */
public final class MarkupCanaryFiles {

  private MarkupCanaryFiles() {}

  /** Pages whose hidden places hold a canary; the reader never sees it. */
  private static Map<String, String> hidden() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("comment", "<p>a</p><!-- % -->");
    places.put("conditional-comment", "<!--[if mso]><p>%</p><![endif]--><p>a</p>");
    places.put("script", "<script>var a = '%';</script><p>a</p>");
    places.put("json-script", "<script type=application/ld+json>{\"name\":\"%\"}</script>");
    places.put("style", "<style>p::after{content:'%'}</style><p>a</p>");
    places.put("style-attribute", "<p style=\"background:url(x-%.png)\">a</p>");
    places.put("meta", "<meta name=author content=\"%\"><p>a</p>");
    places.put("link", "<link rel=author href=\"https://x.example/%\"><p>a</p>");
    places.put("base", "<base href=\"https://%.example/\"><p>a</p>");
    places.put("href", "<a href=\"mailto:%@x.example\">a</a>");
    places.put("href-anchor-name", "<a href=\"#%\">a</a><p id=\"%\">b</p>");
    places.put("data-attribute", "<p data-person=\"%\">a</p>");
    places.put("class", "<p class=\"%\">a</p>");
    places.put("id", "<p id=\"%\">a</p>");
    places.put("handler", "<p onclick=\"go('%')\">a</p>");
    places.put("hidden", "<p hidden>%</p><p>a</p>");
    places.put("display-none", "<p style=\"color:red; DISPLAY : none !important\">%</p><p>a</p>");
    places.put("visibility", "<span style=\"visibility:hidden\">%</span><p>a</p>");
    places.put("font-size", "<span style=\"font-size:0px\">%</span><p>a</p>");
    places.put("hidden-by-sheet", "<style>/*x*/ .pre, .q{display:none}</style><b class=pre>%</b>");
    places.put("input", "<form action=\"/%\"><input value=\"%\"></form>");
    places.put("input-hidden", "<input type=hidden name=n value=\"%\"><p>a</p>");
    places.put("placeholder", "<input placeholder=\"%\"><p>a</p>");
    places.put("textarea", "<textarea>%</textarea><p>a</p>");
    places.put("select", "<select><option>%</option></select><p>a</p>");
    places.put("template", "<template><p>%</p></template><p>a</p>");
    places.put("noscript", "<noscript><p>%</p></noscript><p>a</p>");
    places.put("iframe", "<iframe srcdoc=\"<p>%</p>\"></iframe><p>a</p>");
    places.put("iframe-src", "<iframe src=\"https://x.example/?u=%\"></iframe><p>a</p>");
    places.put("object", "<object data=\"%.pdf\">%</object><p>a</p>");
    places.put("svg-metadata", "<svg><metadata>%</metadata><desc>%</desc></svg><p>a</p>");
    places.put("svg-title", "<svg><title>%</title><text>%</text></svg><p>a</p>");
    places.put("math", "<math><annotation>%</annotation></math><p>a</p>");
    places.put("img-src", "<img src=\"https://x.example/track?u=%\" alt=a><p>a</p>");
    places.put("img-srcset", "<img srcset=\"%.png 2x\" alt=a><p>a</p>");
    places.put("img-data", "<img src=\"data:image/png;base64,&\" alt=a><p>a</p>");
    places.put("picture", "<picture><source srcset=\"%.webp\"><img alt=a></picture>");
    places.put("video", "<video poster=\"%.jpg\"><track label=\"%\"></video><p>a</p>");
    places.put("processing-instruction", "<?php echo '%' ?><p>a</p>");
    places.put("doctype", "<!DOCTYPE html SYSTEM \"%\"><p>a</p>");
    places.put("unknown-attribute-of-unknown-element", "<x-card owner=\"%\">a</x-card>");
    places.put("after-html", "<html><body><p>a</p></body></html><!-- % -->");
    places.put("cdata-in-svg", "<svg><![CDATA[%]]></svg><p>a</p>");
    places.put("map", "<map name=\"%\"><area alt=\"%\" href=\"%\"></map><p>a</p>");
    places.put("alt", "<img alt=\"%\"><p>a</p>");
    places.put("title-attribute", "<p title=\"%\">a</p>");
    places.put("aria-label", "<p aria-label=\"%\">a</p>");
    places.put("title", "<title>%</title><p>a</p>");
    places.put("lang", "<p lang=\"x-%\">a</p>");
    places.put("body-attribute", "<body background=\"%.gif\"><p>a</p></body>");
    return places;
  }

  /** Pages in which a reader sees the canary. */
  private static Map<String, String> shown() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("paragraph", "<p>Dear %, hello</p>");
    places.put("split", "<p>Dear <b>^</b><i>~</i>, hello</p>");
    places.put("entities", "<p>Dear $, hello</p>");
    places.put("cell", "<table><tr><td>Name</td><td>%</td></tr></table>");
    places.put("unknown-element", "<x-card>%</x-card>");
    places.put("unclosed", "<div><p>%<div><table><b>x");
    return places;
  }

  /** All of them, in the charsets that browsers are told of in different ways. */
  public static List<CanaryFile> html() {
    List<CanaryFile> files = new ArrayList<>();
    hidden().forEach((name, page) -> files.add(file(name, page, StandardCharsets.UTF_8, false)));
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1)) {
      shown().forEach((name, page) -> files.add(file(name, page, charset, true)));
    }
    return files;
  }

  /** Texts in every encoding that is read. */
  public static List<CanaryFile> text() {
    List<CanaryFile> files = new ArrayList<>();
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"))) {
      for (String shape :
          List.of("%", "a % b", "a\n%\n", "a\r\n\r\n%\r\n", "\u00fc % \u6587", "a\r%", "\n\n\n%")) {
        for (String around : List.of("", "\t", "x ".repeat(9_000))) {
          String canary = Canaries.next();
          files.add(
              new CanaryFile(
                  "text-" + charset + "-" + files.size(),
                  ObjectType.TEXT,
                  encoded(around + shape.replace("%", canary), charset),
                  List.of(canary),
                  true));
        }
      }
    }
    return files;
  }

  private static CanaryFile file(String name, String page, Charset charset, boolean inContent) {
    String canary = Canaries.next();
    StringBuilder entities = new StringBuilder();
    canary.chars().forEach(c -> entities.append("&#x").append(Integer.toHexString(c)).append(';'));
    String filled =
        page.replace("&", Base64.getEncoder().encodeToString(canary.getBytes()))
            .replace("%", canary)
            .replace("^", canary.substring(0, 5))
            .replace("~", canary.substring(5))
            .replace("$", entities);
    return new CanaryFile(
        "html-" + name + "-" + charset,
        ObjectType.HTML,
        encoded(filled, charset),
        List.of(canary),
        inContent);
  }

  private static byte[] encoded(String text, Charset charset) {
    boolean marked = charset.name().startsWith("UTF-16");
    return ((marked ? "\uFEFF" : "") + text).getBytes(charset);
  }
}
