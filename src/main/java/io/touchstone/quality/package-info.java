/** Stage 4: agreement, gold, truth and adjudication turn judgements into verdicts. */
package io.touchstone.quality;
