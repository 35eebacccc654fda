package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The workbench alone in a page, without a server: its modules come from the class path, its
 * package from the test, and every draft is taken and remembered. Labels are Symptom (1), Dose (2).
 */
final class SpanDesk implements AutoCloseable {

  private static final String ADDRESS = "http://workbench.example/";
  private static final String PAGE =
      "<!doctype html><html lang=en><title>Workbench</title><main>"
          + "<touchstone-workbench></touchstone-workbench></main>"
          + "<script type=module src=/workbench/1/workbench.js></script>";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BrowserContext window;
  private final Page page;
  private final ObjectNode work = JSON.createObjectNode();
  private final Map<String, String> following = new HashMap<>();
  private final List<JsonNode> drafts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  SpanDesk(Chromium chromium) {
    window = chromium.newWindow();
    page = window.newPage();
    page.onPageError(complaints::add);
    page.route("**/*", this::answer);
    work.put("package", "p").put("kind", "annotation").put("task", "spans").put("title", "Label");
    work.putObject("project").put("key", "notes").put("name", "Notes");
    ArrayNode labels = work.putArray("labels");
    labels.addObject().put("id", "symptom").put("name", "Symptom").put("hint", "What one feels.");
    labels.addObject().put("id", "dose").put("name", "Dose").put("hint", "");
    work.putObject("guideline").put("version", 1).put("html", "<p>Mark it.</p>");
    work.put("estimatedMinutes", 5).putArray("items");
  }

  /** Gives a label of that place, from 0, a key of its own. */
  SpanDesk keyOf(int place, String key) {
    ((ObjectNode) work.get("labels").get(place)).put("key", key);
    return this;
  }

  /** Puts a text into the package. */
  SpanDesk with(String text) {
    return with(text, "[]");
  }

  /**
   * Puts a text to be adjudicated into the package.
   *
   * @param candidates lists of spans as JSON
   */
  SpanDesk with(String text, String candidates) {
    ArrayNode items = (ArrayNode) work.get("items");
    ObjectNode item = items.addObject().put("assignment", "a" + items.size()).put("text", text);
    item.set("candidates", read(candidates));
    item.putNull("draft");
    return this;
  }

  /** Puts a text into the package that the page has to ask for. */
  SpanDesk following(String text) {
    with("");
    ArrayNode items = (ArrayNode) work.get("items");
    ObjectNode item = (ObjectNode) items.get(items.size() - 1);
    item.put("textFollows", true);
    following.put("/items/" + item.get("assignment").asText() + "/text", text);
    return this;
  }

  SpanDesk open() {
    page.navigate(ADDRESS);
    return sees("Item 1 of " + work.get("items").size());
  }

  /** What an expression over the modules gives; `model`, `units` and `words` are theirs. */
  JsonNode evaluate(String expression) {
    page.navigate(ADDRESS + "empty");
    return read(
        (String)
            page.evaluate(
                "async () => { const at = (name) => import(`/workbench/1/${name}.js`);"
                    + " const model = await at('kinds/spans/span-model');"
                    + " const { TextUnits } = await at('kinds/spans/text-units');"
                    + " const { WordCaret } = await at('kinds/spans/word-caret');"
                    + " const units = (text) => new TextUnits(text);"
                    + " const words = (text) => units(text).lines.all.flatMap((l) =>"
                    + " units(text).wordsOf(l)).map((w) =>"
                    + " units(text).slice(w.start, w.end));"
                    + " return JSON.stringify("
                    + expression
                    + "); }"));
  }

  private void answer(Route route) {
    Request request = route.request();
    String path = request.url().replaceFirst("^http://[^/]+", "");
    if (path.equals("/")) {
      fulfil(route, "text/html", PAGE);
    } else if (path.startsWith("/workbench/")) {
      fulfil(route, "text/javascript", module(path));
    } else if (path.endsWith("/work/next")) {
      fulfil(route, "application/json", work.toString());
    } else if (path.endsWith("/text")) {
      String text = following.get(path.replaceFirst(".*(?=/items/)", ""));
      fulfil(route, "application/json", JSON.createObjectNode().put("text", text).toString());
    } else if (path.endsWith("/draft")) {
      drafts.add(read(request.postData()));
      int version = Integer.parseInt(request.headerValue("if-match").replace("\"", "")) + 1;
      fulfil(route, "application/json", "{\"version\":" + version + "}");
    } else if (path.endsWith("/submit")) {
      fulfil(route, "application/json", "{\"submitted\":" + work.get("items").size() + "}");
    } else {
      fulfil(route, "text/html", "<!doctype html><title>Nothing</title>");
    }
  }

  private static void fulfil(Route route, String type, String body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(200)
            .setHeaders(
                Map.of("Content-Type", type + "; charset=utf-8", "Set-Cookie", "XSRF-TOKEN=t"))
            .setBody(body));
  }

  private static String module(String path) {
    try (InputStream stream = SpanDesk.class.getResourceAsStream("/static" + path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + json, e);
    }
  }

  SpanDesk press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  /** Drags the mouse over the first place where the words stand. */
  SpanDesk drag(String words) {
    List<Number> box = box(words);
    double y = box.get(1).doubleValue();
    page.mouse().move(box.get(0).doubleValue() + 1, y);
    page.mouse().down();
    page.mouse().move(box.get(2).doubleValue() - 1, y);
    page.mouse().up();
    page.waitForTimeout(30);
    return this;
  }

  /** Scrolls to the words and waits until what is around them is laid out. */
  SpanDesk reach(String words) {
    page.evaluate(
        "async (words) => { const root = document.querySelector('touchstone-workbench').shadowRoot;"
            + " const line = [...root.querySelectorAll('.text p')].find((p) =>"
            + " p.textContent.includes(words));"
            + " for (let time = 0; time < 3; time++) { line.scrollIntoView({ block: 'center' });"
            + " await new Promise((done) => requestAnimationFrame(() =>"
            + " requestAnimationFrame(done))); } }",
        words);
    return this;
  }

  SpanDesk doubleClick(String words) {
    List<Number> box = box(words);
    page.mouse()
        .dblclick((box.get(0).doubleValue() + box.get(2).doubleValue()) / 2, box.get(1).intValue());
    page.waitForTimeout(30);
    return this;
  }

  @SuppressWarnings("unchecked")
  private List<Number> box(String words) {
    return (List<Number>)
        page.evaluate(
            "(words) => { const root = document.querySelector('touchstone-workbench').shadowRoot;"
                + " const walker = document.createTreeWalker(root.querySelector('.text'), 4);"
                + " while (walker.nextNode()) { const node = walker.currentNode;"
                + " const at = node.data.indexOf(words); if (at < 0) continue;"
                + " const range = document.createRange(); range.setStart(node, at);"
                + " range.setEnd(node, at + words.length);"
                + " const box = range.getBoundingClientRect();"
                + " return [box.left, box.top + box.height / 2, box.right]; } }",
            words);
  }

  SpanDesk sees(String text) {
    assertThat(page.locator("touchstone-workbench")).containsText(text);
    return this;
  }

  /** What assistive technology is told. */
  SpanDesk hears(String sentence) {
    assertThat(page.locator("touchstone-workbench [aria-live=polite]").last()).hasText(sentence);
    return this;
  }

  /** The spans drawn in the editor: label and words. */
  List<String> marks() {
    Locator marks = page.locator("touchstone-workbench .text:not(.small) mark[aria-label]");
    return marks.all().stream().map(mark -> mark.getAttribute("aria-label")).toList();
  }

  /** What was saved last: "start-end label text" per span; "null" where nothing is said. */
  List<String> saved() {
    assertThat(page.locator("touchstone-workbench .state")).containsText("All changes saved");
    JsonNode spans = drafts.get(drafts.size() - 1).get("spans");
    if (spans.isNull()) {
      return List.of("null");
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode span : spans) {
      lines.add(
          "%d-%d %s %s"
              .formatted(
                  span.get("start").asInt(),
                  span.get("end").asInt(),
                  span.get("label").asText(),
                  span.get("text").asText()));
    }
    return lines;
  }

  /** Rules of axe that the workbench breaks. */
  List<String> barriers() {
    return new AxeBuilder(page)
        .setLegacyMode(true).include("touchstone-workbench").analyze().getViolations().stream()
            .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getTarget())
            .toList();
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    window.close();
  }
}
