/**
 * What the page Quality and the calculator ask: figures, how they came about, and the judgements
 * behind them.
 */
package io.touchstone.quality.page;
