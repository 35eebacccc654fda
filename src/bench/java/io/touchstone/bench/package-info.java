/** Benchmarks that {@code src/bench/run} finds and runs; a class is one if it is a Benchmark. */
package io.touchstone.bench;
