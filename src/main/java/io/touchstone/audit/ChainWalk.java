package io.touchstone.audit;

import io.touchstone.audit.ChainCheck.Broken;
import io.touchstone.platform.crypto.Hmac;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Follows the chain seal by seal and remembers the first one that does not fit. */
final class ChainWalk {

  private final Hmac key;
  private String head = Seal.BEGINNING;
  private long seals;
  private long events;
  private Optional<Broken> broken = Optional.empty();

  ChainWalk(Hmac key) {
    this.key = key;
  }

  /**
   * A seal's events as they are now.
   *
   * @param root over them
   * @param foreign number of the first one that this installation did not write
   */
  record Now(String root, Optional<Long> foreign) {}

  /**
   * The next seal of the chain.
   *
   * @param look at its events
   */
  void next(Seal seal, Function<Seal, Now> look) {
    if (broken.isPresent()) {
      return;
    }
    broken = objection(seal, look).map(sentence -> new Broken(seal.number(), sentence));
    head = seal.hash();
    seals++;
    events += seal.events().size();
  }

  private Optional<String> objection(Seal seal, Function<Seal, Now> look) {
    if (seal.number() != seals + 1) {
      return Optional.of("Seal %d is missing.".formatted(seals + 1));
    }
    if (!seal.follows(head)) {
      return Optional.of(
          "Seal %d does not follow the seal before it: one of the two was changed."
              .formatted(seal.number()));
    }
    if (!seal.madeWith(key)) {
      return Optional.of(
          "Seal %d was not made by this installation: its keyed hash is wrong."
              .formatted(seal.number()));
    }
    if (!ascending(seal.events())) {
      return Optional.of(
          "Seal %d names its events in another order than it was made with."
              .formatted(seal.number()));
    }
    Now now = look.apply(seal);
    if (!seal.root().equals(now.root())) {
      return Optional.of(
          "Of the %d events from number %d to %d at least one was changed or removed after it was sealed on %s."
              .formatted(
                  seal.events().size(),
                  seal.events().get(0),
                  seal.events().get(seal.events().size() - 1),
                  seal.at()));
    }
    return now.foreign()
        .map(
            seq ->
                "Event %d under seal %d was not written by this installation: it was added behind the product's back."
                    .formatted(seq, seal.number()));
  }

  private static boolean ascending(List<Long> numbers) {
    return IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i - 1) < numbers.get(i));
  }

  Optional<Broken> broken() {
    return broken;
  }

  long seals() {
    return seals;
  }

  long events() {
    return events;
  }

  String head() {
    return head;
  }
}
