package org.diaodu.ingest;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long it takes to read a figure as it is typed, beside Java's own reading of a number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FigureParsingBenchmark {
  private String plain = "1234567.89";
  private String grouped = "1,234,567.89";
  private String fullWidth = "１２３４５６７．８９";

  @Benchmark
  public BigDecimal javaOwn() {
    return new BigDecimal(plain);
  }

  @Benchmark
  public Optional<BigDecimal> plain() {
    return FigureParser.parse(plain);
  }

  @Benchmark
  public Optional<BigDecimal> withThousandsSeparators() {
    return FigureParser.parse(grouped);
  }

  @Benchmark
  public Optional<BigDecimal> fullWidth() {
    return FigureParser.parse(fullWidth);
  }
}
