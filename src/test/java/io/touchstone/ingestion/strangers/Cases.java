package io.touchstone.ingestion.strangers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The positive cases: every kind under every noise after which a person still reads it. */
public final class Cases {

  static final int PER_KIND = 320;

  /**
   * A text with one identifier.
   *
   * @param kind of the identifier, "us-ssn"
   * @param noise what distinguishes it from the official way of writing, "clean" for nothing
   * @param start where it begins, in Unicode code points
   * @param end behind its last code point
   */
  public record Case(String kind, String noise, String text, int start, int end) {}

  private final Carriers carriers;
  private final long seed;

  Cases(Carriers carriers, long seed) {
    this.carriers = carriers;
    this.seed = seed;
  }

  List<Case> make() {
    List<Kind> kinds = new ArrayList<>(NationalKinds.all());
    kinds.addAll(TechnicalKinds.all());
    List<Case> all = new ArrayList<>();
    for (Kind kind : kinds) {
      List<Noise> noises = List.copyOf(kind.noises());
      int each = Math.min(PER_KIND / noises.size(), 90);
      Set<String> seen = new HashSet<>();
      for (Noise noise : noises) {
        Random random = new Random(seed * 31 + (kind.name() + noise.label).hashCode());
        for (int i = 0; i < each; i++) {
          Case made = one(kind, noise, i, random);
          if (seen.add(made.text())) {
            all.add(made);
          }
        }
      }
    }
    return all;
  }

  private Case one(Kind kind, Noise noise, int index, Random random) {
    List<Carriers.Carrier> texts = carriers.of(kind.name());
    Carriers.Carrier carrier = texts.get((index + noise.ordinal() * 3) % texts.size());
    Identifier id = kind.maker().make(random, carrier.language());
    String before = carrier.before();
    String after = carrier.after();
    boolean log =
        before.matches("(?s).*(INFO|WARN|ERROR|DEBUG|ERRO|FEHLER|sshd|nginx|export|chat).*");
    List<String> heads = carriers.before(carrier.spoken());
    List<String> tails = carriers.after(carrier.spoken());
    if (!log && !heads.isEmpty() && random.nextInt(4) == 0) {
      before =
          heads.get(random.nextInt(heads.size())) + (before.contains("\n") ? "\n" : " ") + before;
    }
    if (!log && !tails.isEmpty() && random.nextInt(4) == 0) {
      boolean sentence = after.endsWith(".") || after.endsWith("?");
      after = after + (sentence ? " " : "\n") + tails.get(random.nextInt(tails.size()));
    }
    Placed placed = Noises.apply(noise, kind, id, before, after, carrier.spoken(), random);
    Folding.requireSame(id.text(), placed, kind.name());
    return new Case(kind.name(), noise.label, placed.text(), placed.start(), placed.end());
  }
}
