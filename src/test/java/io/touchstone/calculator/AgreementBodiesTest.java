package io.touchstone.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the calculator says of bodies that are broken, endless or larger than its memory. */
class AgreementBodiesTest {

  private static final AgreementCalculator.Resampling FEW =
      new AgreementCalculator.Resampling(Optional.of(100), Optional.empty());
  private static final String TWO =
      "[{'item':'1','annotator':'a','label':'x'},{'item':'1','annotator':'b','label':'x'}]";

  private final AgreementCalculator calculator =
      new AgreementCalculator(new CalculatorRoom(8L << 20));

  /** Places counted by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'' | body",
        "[] | body",
        "'x | body",
        "{'task':{'type':'nominal'},'judgements':[]} x | body 1:45",
        "{'task':{'type':'nominal'},'judgements':[]}{} | body 1:44",
        "{'task':{'type':'nominal'},/'judgements':[{'item':'1' | body 2:",
        "{'task':{'type':'nominal'},'task':{'type':'text'}} | body 1:",
        "{'task':[],'judgements':[]} | task",
        "{'task':null,'judgements':[]} | task",
        "{'judgements':[]} | task",
        "{'task':{'type':'nominal'},'judgments':[]} | judgements",
        "{'task':{'type':'nominal'},'judgements':null} | judgements",
        "{'task':{'type':'nominal'},'judgements':{}} | judgements 1:41",
        "{'task':{'type':'nominal','categories':'x'},'judgements':[]} | task.categories",
        "{'task':{'type':'nominal','categories':[['x']]},'judgements':[]} | task.categories",
        "{'task':{'type':'nominal','categories':['x','']},'judgements':[]} | task.categories",
        "{'task':{'type':'ordinal','categories':['1','2'],'scores':[1,NaN]},'judgements':[]}"
            + " | task.scores",
        "{'task':{'type':'nominal'},'bootstrap':{'rounds':'many'},'judgements':[]} | bootstrap",
        "{'task':{'type':'nominal'},'bootstrap':{'rounds':1e9},'judgements':[]} | bootstrap",
        "{'task':{'type':'nominal'},'judgements':[/7]} | judgements[0] 2:1",
        "{'task':{'type':'nominal'},'judgements':[/{'item':'1'}]} | judgements[0] 2:1",
        "{'task':{'type':'nominal'},'judgements':[/{'item':true,'annotator':'a','label':'x'}]}"
            + " | judgements[0] 2:1",
        "{'task':{'type':'nominal'},'judgements':[/{'item':'','annotator':'a','label':'x'}]}"
            + " | judgements[0] 2:1",
        "{'task':{'type':'nominal'},'judgements':[/{'item':'1','annotator':'a','label':NaN}]}"
            + " | judgements[0] 2:1",
        "{'task':{'type':'nominal'},'judgements':[/{'item':'1','annotator':'a','label':''}]}"
            + " | judgements[0] 2:1",
        "{'task':{'type':'interval'},'judgements':[/{'item':'1','annotator':'a',"
            + "'label':-Infinity}]} | judgements[0] 2:1",
        "{'task':{'type':'nominal'},'judgements':[/{'item':'1','annotator':'a',"
            + "'label':'~ud800'}]} | judgements[0] 2:1",
        "{'task':{'type':'box'},'judgements':[/{'item':'1','annotator':'a','label':[{'x':NaN,'y':0,"
            + "'width':1,'height':1,'label':'c'}]}]} | judgements[0] 2:1",
        "{'task':{'type':'box'},'judgements':[/{'item':'1','annotator':'a','label':[{'x':0,'y':0,"
            + "'width':Infinity,'height':1,'label':'c'}]}]} | judgements[0] 2:1",
        "{'task':{'type':'box'},'judgements':[/{'item':'1','annotator':'a','label':[{'x':0,'y':0,"
            + "'width':-1,'height':1,'label':'c'}]}]} | judgements[0] 2:1",
        "{'task':{'type':'span'},'judgements':[/{'item':'1','annotator':'a',"
            + "'spans':[{'start':-3,'end':2,'label':'c'}]}]} | judgements[0] 2:1",
        "{'task':{'type':'span'},'judgements':[/{'item':'1','annotator':'a',"
            + "'spans':[{'start':3,'end':2,'label':'c'}]}]} | judgements[0] 2:1",
        "{'task':{'type':'span'},'judgements':[/{'item':'1','annotator':'a',"
            + "'spans':[{'start':3,'end':99999999999,'label':'c'}]}]} | judgements[0] 2:1",
        "{'task':{'type':'span'},'judgements':[/{'item':'1','annotator':'a',"
            + "'spans':[{'start':3,'end':4,'label':''}]}]} | judgements[0] 2:1",
        "{'judgements':[{'item':'1','annotator':'a','label':'x'},/{'item':'1','annotator':'a',"
            + "'label':'x'}],'task':{'type':'nominal'}} | judgements[1]"
      })
  void broken_json_is_refused_with_its_place(String body, String expected) {
    String sent = body.replace('/', '\n').replace('\'', '"').replace('~', '\\');

    Refusal refusal = refused(() -> calculator.calculate(Bodies.of(sent)));

    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.getMessage()).endsWith(".");
    assertThat(place(refusal)).startsWith(expected.replace("''", ""));
  }

  private static String place(Refusal refusal) {
    String line =
        refusal.members().containsKey("column")
            ? " " + refusal.members().get("line") + ":" + refusal.members().get("column")
            : "";
    return refusal.members().get("where") + line;
  }

  /** A mark, and what is sent in its place: so many digits, so deep a list, so long a name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'task':{'type':'nominal'},'judgements':[{'item':'1','annotator':'a','label':DIGITS}]}",
        "{'task':{'type':'interval'},'judgements':[{'item':'1','annotator':'a','label':0.DIGITS}]}",
        "{'task':{'type':'ratio'},'judgements':[{'item':'1','annotator':'a','label':1eDIGITS}]}",
        "{'task':{'type':'box'},'judgements':[{'item':'1','annotator':'a','label':[{'x':DIGITS}]}]}",
        "{'task':{'type':'nominal'},'judgements':[{'item':DIGITS,'annotator':'a','label':1}]}",
        "{'judgements':[{'item':'1','annotator':'a','label':DIGITS}],'task':{'type':'nominal'}}",
        "{'task':{'type':'nominal'},'judgements':[{'item':'1','annotator':'a','label':DEEP}]}",
        "{'task':{'type':'multilabel'},'judgements':[{'item':'1','annotator':'a','label':DEEP}]}",
        "{'task':{'type':'nominal'},'judgements':[{'remark':DEEP}]}",
        "{'judgements':[{'item':'1','annotator':'a','label':DEEP}],'task':{'type':'nominal'}}",
        "{'remark':DEEP,'task':{'type':'nominal'},'judgements':[]}",
        "{'remark':DIGITS,'task':{'type':'nominal'},'judgements':[]}",
        "{'task':DEEP,'judgements':[]}",
        "{'task':{'type':'nominal','categories':[DIGITS]},'judgements':[]}",
        "{'task':{'type':'ordinal','categories':['a','b'],'scores':[1,DIGITS]},'judgements':[]}",
        "{'bootstrap':DEEP}",
        "{'bootstrap':{'rounds':DIGITS}}",
        "{'LONG':1}",
        "{'task':{'type':'nominal'},'judgements':[{'LONG':1}]}"
      })
  void numbers_lists_and_names_beyond_the_limits_are_refused_with_the_place_reached(String body) {
    String sent =
        body.replace('\'', '"')
            .replace("DIGITS", "9".repeat(5_000))
            .replace("DEEP", "[".repeat(5_000) + "]".repeat(5_000))
            .replace("LONG", "n".repeat(5_000));

    Refusal refusal = refused(() -> calculator.calculate(Bodies.of(sent)));

    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.getMessage()).startsWith("Line 1, column ").endsWith(".");
    assertThat((int) refusal.members().get("column")).isBetween(1, sent.length() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multilabel", "span", "box", "segment"})
  void a_cell_that_goes_beyond_the_limits_is_refused_with_its_line(String type) {
    for (String label : List.of("[".repeat(5_000) + "]".repeat(5_000), "9".repeat(5_000))) {
      Refusal refusal =
          refused(
              () ->
                  calculator.calculate(
                      new AgreementTask(Optional.of(type), Optional.empty(), Optional.empty()),
                      Bodies.of("item,annotator,label\n1,a," + label + "\n"),
                      FEW));

      assertThat(refusal.status()).isEqualTo(422);
      assertThat(refusal.members()).containsEntry("line", 2L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nominal", "multilabel", "span", "box", "segment", "text"})
  void a_second_judgement_of_one_person_is_refused_in_every_type(String type) {
    String label = type.equals("nominal") || type.equals("text") ? "'x'" : "[]";
    String judgement = "{'item':'1','annotator':'a','label':" + label + "}";
    String body =
        "{'task':{'type':'" + type + "'},'judgements':[" + judgement + "," + judgement + "]}";

    assertThat(place(refused(() -> calculator.calculate(Bodies.of(body.replace('\'', '"'))))))
        .startsWith("judgements[1] 1:");
  }

  @Test
  void the_order_of_the_parts_does_not_matter() throws IOException {
    String task = "'task':{'type':'nominal'}";
    String judgements = "'judgements':" + TWO.replace("'b','label':'x'", "'b','label':'y'");
    String bootstrap = "'bootstrap':{'rounds':200,'seed':7}";

    AgreementAnswer first = answer("{" + String.join(",", task, bootstrap, judgements) + "}");

    assertThat(answer("{" + String.join(",", judgements, bootstrap, task) + "}")).isEqualTo(first);
    assertThat(answer("{'note':{'a':[1]}," + String.join(",", task, judgements, bootstrap) + "}"))
        .isEqualTo(first);
    assertThat(first.judgements()).isEqualTo(2);
  }

  @Test
  void the_same_number_is_one_label_however_it_is_written() throws IOException {
    AgreementAnswer answer =
        answer(
            "{'task':{'type':'nominal'},'judgements':["
                + "{'item':1,'annotator':'a','label':1},{'item':'1','annotator':'b','label':1.0},"
                + "{'item':'2','annotator':'a','label':2.50},"
                + "{'item':'2','annotator':'b','label':25e-1}]}");

    assertThat(answer.items()).isEqualTo(2);
    assertThat(answer.confusion().labels()).containsExactly("1", "2.5");
  }

  @Test
  void what_is_not_utf8_is_refused_with_its_byte() throws IOException {
    byte[] latin1 = "item,annotator,label\n1,a,gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0x80};

    Refusal inSheet = refused(() -> sheet("nominal", Bodies.of(latin1)));
    Refusal inJson = refused(() -> calculator.calculate(Bodies.of(overlong)));

    assertThat(inSheet.members()).containsEntry("line", 2L).containsEntry("byte", 28L);
    assertThat(inJson.members()).containsEntry("line", 1L).containsEntry("byte", 3L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "item;annotator;label\n",
        "item,item,label\n",
        "item,,label\n",
        "\"item\"x,annotator,label\n",
        "\"item,annotator,label\n1,a,x\n"
      })
  void a_header_that_is_none_is_refused_in_line_1(String sheet) {
    Refusal refusal = refused(() -> sheet("nominal", Bodies.of(sheet)));

    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.members()).containsEntry("line", 1L);
  }

  @Test
  void a_row_is_named_by_the_line_in_which_it_begins_and_empty_lines_are_passed_over()
      throws IOException {
    String good = "item,annotator,label\r\n\r\n\"two\r\nlines\",a,x\r\n";

    assertThat(sheet("nominal", Bodies.of(good + "\r\n")).judgements()).isEqualTo(1);
    assertThat(refused(() -> sheet("nominal", Bodies.of(good + "\"2\r\n\",a,\r\n"))).members())
        .containsEntry("line", 5L);
    assertThat(refused(() -> sheet("nominal", Bodies.of(good + "2,a,x\"\r\n3,\"a,x"))).members())
        .containsEntry("line", 6L);
  }

  @Test
  void a_sheet_whose_quote_never_closes_is_not_held() {
    JudgementText endless =
        Bodies.rows("item,annotator,label\n1,a,\"", Long.MAX_VALUE - 1, row -> "2,a,x\n");

    Refusal refusal = refused(() -> sheet("nominal", endless));

    assertThat(refusal.getMessage()).contains("1,000,000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"note\":\"",
        "{\"note\":[",
        "{\"task\":{\"type\":\"nominal\",\"categories\":[",
        "{\"task\":{\"type\":\"multilabel\"},\"judgements\":[{\"item\":\"1\",\"label\":["
      })
  void json_that_never_ends_is_not_held(String head) {
    JudgementText endless =
        Bodies.rows(head, Long.MAX_VALUE - 1, row -> head.endsWith("[") ? "1," : "word ");

    assertThat(refused(() -> calculator.calculate(endless)).status()).isEqualTo(422);
  }

  @Test
  void more_than_fits_into_memory_is_refused_while_it_comes_and_leaves_no_trace()
      throws IOException {
    String head = "{\"task\":{\"type\":\"nominal\"},\"judgements\":[";
    String late = "{\"judgements\":[";
    for (String start : List.of(head, late, head, late)) {
      Refusal refusal =
          refused(() -> calculator.calculate(Bodies.rows(start, 100_000_000, Sent::row)));
      assertThat(refusal.status()).isEqualTo(413);
      assertThat(refusal.type()).isIn("too-many-judgements", "body-too-large");
    }

    assertThat(answer("{'task':{'type':'nominal'},'judgements':" + TWO + "}").items()).isEqualTo(1);
  }

  /** Rows that never repeat an item. */
  private static final class Sent {
    private static String row(long row) {
      return (row == 0 ? "" : ",")
          + "{\"item\":\"item-"
          + row
          + "\",\"annotator\":\"a\",\"label\":\"x\"}";
    }
  }

  @Test
  void a_body_beyond_its_limit_is_refused_at_the_limit() {
    String row = "1,a,x\n";
    InputStream endless =
        Bodies.stream(
            "item,annotator,label\n", Long.MAX_VALUE - 1, at -> at + row.substring(1), "");

    Refusal refusal = refused(() -> sheet("nominal", new JudgementText(endless, 100_000)));

    assertThat(refusal.status()).isEqualTo(413);
    assertThat(refusal.members()).containsEntry("mostBytes", 100_000L);
  }

  @Test
  void while_others_fill_the_memory_a_caller_is_told_to_come_back() throws IOException {
    CalculatorRoom room = new CalculatorRoom(1 << 20);
    AgreementCalculator shared = new AgreementCalculator(room);
    String body = ("{'task':{'type':'nominal'},'judgements':" + TWO + "}").replace('\'', '"');
    try (CalculatorRoom.Place others = room.enter()) {
      others.take(1 << 20);
      Refusal refusal = refused(() -> shared.calculate(Bodies.of(body)));
      assertThat(refusal.status()).isEqualTo(429);
      assertThat(refusal.type()).isEqualTo("calculator-busy");
    }

    assertThat(shared.calculate(Bodies.of(body)).items()).isEqualTo(1);
  }

  /** A thousand labels at most, ten thousand people: tables of both would not fit. */
  @Test
  void many_people_with_many_labels_are_refused_rather_than_run_out_of_memory() {
    String categories =
        IntStream.range(0, 1_000).mapToObj(i -> "\"c" + i + "\"").collect(Collectors.joining(","));
    JudgementText body =
        new JudgementText(
            Bodies.stream(
                "{\"task\":{\"type\":\"nominal\",\"categories\":["
                    + categories
                    + "]},\"judgements\":[",
                10_000,
                row ->
                    (row == 0 ? "" : ",")
                        + "{\"item\":\"1\",\"annotator\":\"p"
                        + row
                        + "\",\"label\":\"c0\"}",
                "]}"),
            Bodies.LARGEST);

    assertThat(refused(() -> calculator.calculate(body)).type()).isEqualTo("too-many-judgements");
  }

  @Test
  void ten_thousand_and_one_people_are_a_mistake() {
    JudgementText body =
        Bodies.rows("item,annotator,label\n", 10_001, row -> "1,person-" + row + ",x\n");

    assertThat(refused(() -> sheet("nominal", body)).members()).containsEntry("line", 10_002L);
  }

  private AgreementAnswer answer(String body) throws IOException {
    return calculator.calculate(Bodies.of(body.replace('\'', '"')));
  }

  private AgreementAnswer sheet(String type, JudgementText body) throws IOException {
    AgreementTask task = new AgreementTask(Optional.of(type), Optional.empty(), Optional.empty());
    return calculator.calculate(task, body, FEW);
  }

  private interface Call {
    void run() throws IOException;
  }

  private static Refusal refused(Call call) {
    Refusal[] refused = new Refusal[1];
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal);
    return refused[0];
  }
}
