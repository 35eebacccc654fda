package io.touchstone.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who calculates now, who waits and who is sent away. */
class CalculatorQueueTest {

  private static final long MILLION_ROWS = 20L << 20;

  private final CalculatorQueue queue = new CalculatorQueue(60_000);
  private final CountDownLatch taken = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newFixedThreadPool(3);

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  @Test
  @Timeout(60)
  void of_four_large_calculations_at_once_three_are_done_and_one_is_refused_before_any_work()
      throws Exception {
    List<Integer> done = new CopyOnWriteArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Void> first = start(1, end, done);
    taken.await();
    CompletableFuture<Void> second = start(2, end, done);
    until(1);
    CompletableFuture<Void> third = start(3, end, done);
    until(2);

    assertThatThrownBy(() -> queue.inTurn(MILLION_ROWS, () -> done.add(4)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(429);
              assertThat(refusal.getMessage()).endsWith("Try again in a minute.");
              assertThat(refusal.members()).containsEntry("retryAfter", 60);
            });
    assertThat(done).isEmpty();
    assertThat(queue.inTurn(1_000, () -> "small")).isEqualTo("small");

    end.countDown();
    CompletableFuture.allOf(first, second, third).get(30, TimeUnit.SECONDS);
    assertThat(done).containsExactly(1, 2, 3);
    assertThat(queue.inTurn(-1, () -> "next")).isEqualTo("next");
  }

  private CompletableFuture<Void> start(int number, CountDownLatch end, List<Integer> done) {
    return CompletableFuture.runAsync(() -> calculate(number, end, done), callers);
  }

  private void until(int waiting) {
    while (queue.waiting() < waiting) {
      Thread.onSpinWait();
    }
  }

  private void calculate(int number, CountDownLatch end, List<Integer> done) {
    try {
      queue.inTurn(
          MILLION_ROWS,
          () -> {
            taken.countDown();
            await(end);
            return done.add(number);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoever_waits_too_long_is_sent_away_and_leaves_their_place() throws IOException {
    CalculatorQueue impatient = new CalculatorQueue(1);

    impatient.inTurn(
        MILLION_ROWS,
        () -> {
          for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> impatient.inTurn(MILLION_ROWS, () -> "second"))
                .isInstanceOf(Refusal.class);
          }
          return "first";
        });

    assertThat(impatient.inTurn(MILLION_ROWS, () -> "third")).isEqualTo("third");
  }

  @Test
  void whoever_sends_too_slowly_loses_their_turn() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    InputStream endless =
        Bodies.stream("item,annotator,label\n", 1_000_000, row -> row + ",a,x\n", "");
    JudgementText late =
        new JudgementText(
            endless, Bodies.LARGEST, Clock.fixed(now, ZoneOffset.UTC), now.minusSeconds(1));

    assertThatThrownBy(() -> late.read(new char[100], 0, 100))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
  }
}
