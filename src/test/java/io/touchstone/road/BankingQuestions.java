package io.touchstone.road;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.answer.Answer;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.simulation.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/**
 * Questions that customers asked a bank, with what they are about: banking77 (Casanueva and others,
 * 2020, CC BY 4.0). Its 77 categories are more than a person can choose from by digit; they are
 * grouped here into nine by what their names say.
 */
final class BankingQuestions {

  static final String PROJECT = "banking-questions";

  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  private static void group(String label, String categories) {
    GROUPS.put(label, Arrays.asList(categories.strip().split("\\s+")));
  }

  static {
    group(
        "getting-a-card",
        """
        card_arrival card_delivery_estimate order_physical_card get_physical_card
        getting_spare_card getting_virtual_card get_disposable_virtual_card
        disposable_card_limits card_about_to_expire visa_or_mastercard
        """);
    group(
        "card-in-use",
        """
        activate_my_card card_linking card_not_working card_acceptance contactless_not_working
        virtual_card_not_working apple_pay_or_google_pay card_swallowed declined_card_payment
        country_support
        """);
    group(
        "security",
        """
        change_pin pin_blocked passcode_forgotten compromised_card lost_or_stolen_card
        lost_or_stolen_phone
        """);
    group(
        "payments",
        """
        card_payment_not_recognised pending_card_payment reverted_card_payment?
        transaction_charged_twice request_refund Refund_not_showing_up
        direct_debit_payment_not_recognised
        """);
    group(
        "cash",
        """
        atm_support cash_withdrawal_not_recognised declined_cash_withdrawal
        pending_cash_withdrawal wrong_amount_of_cash_received
        """);
    group(
        "top-up",
        """
        automatic_top_up pending_top_up top_up_by_cash_or_cheque top_up_failed top_up_limits
        top_up_reverted topping_up_by_card verify_top_up
        balance_not_updated_after_cheque_or_cash_deposit
        """);
    group(
        "transfers",
        """
        beneficiary_not_allowed cancel_transfer declined_transfer failed_transfer pending_transfer
        transfer_into_account transfer_not_received_by_recipient transfer_timing receiving_money
        balance_not_updated_after_bank_transfer
        """);
    group(
        "fees-and-rates",
        """
        card_payment_fee_charged card_payment_wrong_exchange_rate cash_withdrawal_charge
        exchange_charge exchange_rate exchange_via_app extra_charge_on_statement
        fiat_currency_support supported_cards_and_currencies top_up_by_bank_transfer_charge
        top_up_by_card_charge transfer_fee_charged wrong_exchange_rate_for_cash_withdrawal
        """);
    group(
        "identity-and-account",
        """
        age_limit edit_personal_details terminate_account unable_to_verify_identity
        verify_my_identity verify_source_of_funds why_verify_identity
        """);
  }

  private static final Map<String, String> LABEL_OF =
      GROUPS.entrySet().stream()
          .flatMap(group -> group.getValue().stream().map(each -> Map.entry(each, group.getKey())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final Path folder;

  BankingQuestions(Path folder) {
    this.folder = folder;
  }

  /** A question with its true label. */
  record Question(String id, String text, String label) {}

  /** The first so many of the test half after a shuffle that is always the same. */
  List<Question> questions(int count) {
    return shuffled("test.csv", "q-").subList(0, count);
  }

  private List<Question> shuffled(String file, String prefix) {
    try (CSVParser parser =
        CSVParser.parse(
            Files.newBufferedReader(folder.resolve(file)),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<Question> all =
          parser.getRecords().stream()
              .map(
                  row ->
                      new Question(
                          prefix + row.getRecordNumber(),
                          row.get("text").strip(),
                          LABEL_OF.get(row.get("category"))))
              .collect(Collectors.toList());
      Collections.shuffle(all, new Random(77));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a file to deliver: without the labels, which the organisation does not know yet. */
  static String csv(List<Question> questions) {
    StringBuilder text = new StringBuilder("id,text\n");
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (Question question : questions) {
        printer.printRecord(question.id(), question.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes the folder of projects with the one of these questions; its gold is training half. */
  void writeProject(Path projects, int goldItems) throws IOException {
    Path project = Files.createDirectories(projects.resolve(PROJECT));
    Files.writeString(project.resolve("project.yaml"), description());
    Files.writeString(
        project.resolve("guideline.md"), "# Guideline\n\nWhat does the customer ask about?\n");
    Files.writeString(
        project.resolve("gold.jsonl"),
        shuffled("train.csv", "g-").stream()
            .limit(goldItems)
            .map(BankingQuestions::json)
            .collect(joining("\n", "", "\n")));
  }

  private static String json(Question question) {
    try {
      return new ObjectMapper().writeValueAsString(question);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String description() {
    return """
        key: banking-questions
        name: Banking questions
        description: What a customer of a bank asks about.
        task: classification
        deidentification: none
        deidentificationReason: The questions were published without personal data.
        labels:
        """
        + GROUPS.keySet().stream()
            .map(label -> "  - {id: %s, name: %s, hint: \"\"}\n".formatted(label, label))
            .collect(joining())
        + """
        skill: banking
        annotatorsPerItem: 3
        goldShare: 0.12
        medianSecondsPerItem: 12
        packageMinutes: 45
        minimumSecondsPerItem: 2
        names: []
        licence: CC-BY-4.0
        creator: PolyAI
        contact: nobody@example.org
        """;
  }

  /** True labels by the id of the row. */
  static Truth truth(List<Question> questions) {
    Map<String, Answer> answers = new HashMap<>();
    labelsById(questions).forEach((id, label) -> answers.put(id, new ClassLabel(label)));
    return new Truth(answers);
  }

  static Map<String, String> labelsById(List<Question> questions) {
    return questions.stream().collect(Collectors.toMap(Question::id, Question::label));
  }

  /** True labels by the text: a published record carries no id of its row. */
  static Map<String, String> labelsByText(List<Question> questions) {
    return questions.stream().collect(Collectors.toMap(Question::text, Question::label));
  }
}
