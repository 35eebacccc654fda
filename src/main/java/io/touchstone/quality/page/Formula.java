package io.touchstone.quality.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a figure is made, in words that people and pages show.
 *
 * @param name of the figure in every interface, "alphaNominal"
 * @param title as people call it
 * @param meaning what it says, and what to read it beside
 * @param formula in signs
 * @param source author, year and what the product computes exactly
 */
public record Formula(String name, String title, String meaning, String formula, String source) {

  private static final String CHANCE = "(po - pe) / (1 - pe)";
  private static final String UNEQUAL = "for any number of judgements per item as Gwet 2014";
  private static final String F1 = "2 * matched / (spans of the one + spans of the other)";

  /** Every figure of the calculator and of reports, in the order in which pages explain them. */
  static final List<Formula> ALL =
      List.of(
          new Formula(
              "percentAgreement",
              "Percent agreement",
              "How often two people say the same of an item. Chance is in it: of two labels that"
                  + " are used alike, guessing agrees on half of the items.",
              "po = mean over items of agreeing pairs / pairs",
              "Mean over items (Gwet 2014), not over pairs"),
          new Formula(
              "unanimity",
              "All equal",
              "On how many items everybody said exactly the same. The more people judge an item,"
                  + " the rarer it is: read it beside percent agreement.",
              "items on which all judgements are equal / items",
              "Items with two or more judgements"),
          new Formula(
              "alphaNominal",
              "Krippendorff's alpha",
              "Agreement beyond chance for any number of people, judgements missing or not. 1 is"
                  + " full agreement, 0 is chance.",
              "1 - Do / De",
              "Krippendorff 2011; interval by resampling items"),
          new Formula(
              "alphaOrdinal",
              "Krippendorff's alpha, ordinal",
              "As alpha, where labels have an order: neighbours weigh less than opposites.",
              "1 - Do / De, distances between ranks",
              "Krippendorff 2011, ordinal difference"),
          new Formula(
              "alphaInterval",
              "Krippendorff's alpha, interval",
              "As alpha, for numbers: a disagreement counts by the square of its size.",
              "1 - Do / De, distances (a - b)^2",
              "Krippendorff 2011, interval difference"),
          new Formula(
              "alphaRatio",
              "Krippendorff's alpha, ratio",
              "As alpha, for sizes and counts with a true zero: ten against twelve weighs more than"
                  + " a hundred against a hundred and two.",
              "1 - Do / De, distances ((a - b) / (a + b))^2",
              "Krippendorff 2011, ratio difference"),
          new Formula(
              "alphaMasi",
              "Krippendorff's alpha, sets",
              "As alpha, where a judgement is a set of labels that may agree in part.",
              "1 - Do / De, distances 1 - J * M",
              "Passonneau 2006"),
          new Formula(
              "alphaJaccard",
              "Krippendorff's alpha, sets by overlap",
              "As for sets, by the share of labels in common alone.",
              "1 - Do / De, distances 1 - J",
              "Jaccard 1912, Krippendorff 2011"),
          new Formula(
              "fleissKappa",
              "Fleiss' kappa",
              "Agreement beyond chance when it does not matter who said what.",
              CHANCE + ", pe = sum of squared shares of labels",
              "Fleiss 1971, " + UNEQUAL),
          new Formula(
              "gwetAC1",
              "Gwet's AC1",
              "Agreement beyond chance that stays meaningful when nearly all items have one label;"
                  + " read it where percent agreement is high and kappa is low.",
              CHANCE + ", pe = sum of p * (1 - p) / (labels - 1)",
              "Gwet 2008; labels that nobody used count"),
          new Formula(
              "gwetAC2",
              "Gwet's AC2",
              "As AC1, with part credit for labels that are near each other.",
              CHANCE + ", weighted",
              "Gwet 2014"),
          new Formula(
              "brennanPrediger",
              "Brennan and Prediger's kappa",
              "Agreement beyond what throwing a die with as many sides as labels would reach.",
              CHANCE + ", pe = 1 / labels",
              "Brennan and Prediger 1981"),
          new Formula(
              "cohenKappa",
              "Cohen's kappa",
              "Agreement beyond chance of two people, each with their own habits.",
              CHANCE + ", pe = sum of both people's shares of each label, multiplied",
              "Cohen 1960, weighted 1968; interval of Fleiss, Cohen and Everitt 1969"),
          new Formula(
              "scottPi",
              "Scott's pi",
              "Agreement beyond chance of two people, as if both had the same habits.",
              CHANCE + ", pe = sum of squared shares of labels",
              "Scott 1955, on the items that both judged; interval as Gwet 2014"),
          new Formula(
              "congerKappa",
              "Conger's kappa",
              "Cohen's kappa for any number of people. Of two it is the same as Cohen's where both"
                  + " judged every item: items that one of them judged count here for their habits,"
                  + " and for Cohen's not at all.",
              CHANCE + ", pe = mean over pairs of people",
              "Conger 1980, " + UNEQUAL),
          new Formula(
              "spanF1Exact",
              "F1 of spans, exact",
              "The share of marked stretches that both marked with the same borders and label."
                  + " There is no chance to take off: nobody marks a stretch by chance.",
              F1 + ", summed over all pairs of judgements before it is divided",
              "Hripcsak and Rothschild 2005"),
          new Formula(
              "spanF1ExactMeanOfPairs",
              "F1 of spans, exact, mean of pairs",
              "As exact, taken for each pair of people apart and then averaged: every pair weighs"
                  + " the same, however many items it shares.",
              "mean over pairs of people of " + F1,
              "Hripcsak and Rothschild 2005"),
          new Formula(
              "spanF1Boundary",
              "F1 of spans, same borders",
              "As exact, whatever the label.",
              F1,
              "SemEval-2013 task 9.1"),
          new Formula(
              "spanF1Overlap50",
              "F1 of spans, half in common",
              "As exact, where the same label and half of both in common are enough.",
              F1,
              "SemEval-2013 task 9.1"),
          new Formula(
              "spanF1Partial",
              "F1 of spans, in part",
              "As exact; a part in common counts half, whatever the label.",
              F1,
              "SemEval-2013 task 9.1"),
          new Formula(
              "spanF1Type",
              "F1 of spans, same label",
              "As exact; the same label with any part in common counts.",
              F1,
              "SemEval-2013 task 9.1"),
          new Formula(
              "spanTokenKappa",
              "Kappa of places",
              "Cohen's kappa on every place of the text. Places outside all spans raise it: read it"
                  + " beside F1.",
              CHANCE,
              "Cohen 1960"),
          new Formula(
              "alphaU",
              "Alpha of units",
              "Agreement beyond chance on where stretches begin and end.",
              "1 - Do / De over the length of the text",
              "Krippendorff 2004"),
          new Formula(
              "boxF1_50",
              "F1 of boxes",
              "The share of boxes that both drew, half in common and with the same label.",
              F1,
              "One to one by greatest overlap (Kuhn 1955), from 0.5 on"),
          new Formula(
              "boxF1_50MeanOfPairs",
              "F1 of boxes, mean of pairs",
              "As F1 of boxes, taken for each pair of people apart and then averaged: every pair"
                  + " weighs the same, however many items it shares.",
              "mean over pairs of people of 2 * matched / (boxes of both)",
              "One to one by greatest overlap (Kuhn 1955), from 0.5 on"),
          new Formula(
              "boxAlpha",
              "Krippendorff's alpha of boxes",
              "Agreement beyond chance on which objects are there and what they are called. Boxes"
                  + " of all people are joined to objects; an object that somebody did not draw"
                  + " counts as a label of its own.",
              "1 - Do / De over objects",
              "Krippendorff 2011 on objects matched in the order of people's ids, more than half in"
                  + " common (Tschirschwitz and others 2022)"),
          new Formula(
              "boxMeanIou",
              "Overlap of matched boxes",
              "How well boxes that were matched lie on each other. It hides boxes that only one"
                  + " drew: read it beside F1.",
              "mean of common area / area of both",
              "Intersection over union"),
          new Formula(
              "segmentF1_50",
              "F1 of segments",
              "The share of segments that both marked, half in common and with the same label.",
              F1,
              "One to one by greatest overlap (Kuhn 1955), from 0.5 on"),
          new Formula(
              "segmentF1_50MeanOfPairs",
              "F1 of segments, mean of pairs",
              "As F1 of segments, taken for each pair of people apart and then averaged: every pair"
                  + " weighs the same, however many items it shares.",
              "mean over pairs of people of 2 * matched / (segments of both)",
              "One to one by greatest overlap (Kuhn 1955), from 0.5 on"),
          new Formula(
              "segmentAlpha",
              "Krippendorff's alpha of segments",
              "As alpha of boxes, for stretches of time.",
              "1 - Do / De over segments that belong together",
              "Krippendorff 2011 on segments matched in the order of people's ids, more than half"
                  + " in common"),
          new Formula(
              "segmentMeanIou",
              "Overlap of matched segments",
              "How well matched segments lie on each other: read it beside F1.",
              "mean of common time / time of both",
              "Intersection over union"),
          new Formula(
              "textSimilarity",
              "Similarity of texts",
              "How much of two texts is the same, letter by letter.",
              "1 - edits / length of the longer",
              "Levenshtein 1966"),
          new Formula(
              "gold",
              "Gold answered rightly",
              "How often a person's answer to an item with a known answer is the known one.",
              "right / answered, interval of Wilson",
              "Wilson 1927, score interval without continuity correction"),
          new Formula(
              "shift",
              "Pull of suggestions (D2)",
              "How much more often people say what the model suggests when they see it. Chance"
                  + " decides who sees it, so the difference is an effect of showing.",
              "share as suggested, shown - share as suggested, hidden",
              "Newcombe 1998, method 10"),
          new Formula(
              "commission",
              "Following wrong suggestions (D3)",
              "How much more often people say a wrong label when it is suggested on purpose.",
              "share that follows, planted - share that says the same, hidden",
              "Newcombe 1998, method 10"));

  private static final Map<String, Formula> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Formula::name, Function.identity()));

  /** Of the figure of that name; weighted coefficients share the one of their family. */
  public static Optional<Formula> of(String name) {
    return Stream.of("", "Linear", "Quadratic", "Ordinal", "Own")
        .filter(name::endsWith)
        .map(suffix -> BY_NAME.get(name.substring(0, name.length() - suffix.length())))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }
}
