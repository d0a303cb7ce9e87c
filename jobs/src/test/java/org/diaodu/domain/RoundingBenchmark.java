package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What exact rates cost, beside the same in floating point, which would round some of them wrong.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoundingBenchmark {
  private BigDecimal level = new BigDecimal("10720.390000");
  private BigDecimal yearAgo = new BigDecimal("9983.120000");
  private double levelInFloatingPoint = level.doubleValue();
  private double yearAgoInFloatingPoint = yearAgo.doubleValue();

  @Benchmark
  public double floatingPoint() {
    return Math.round((levelInFloatingPoint / yearAgoInFloatingPoint - 1) * 1e8) / 1e6;
  }

  @Benchmark
  public Optional<BigDecimal> growth() {
    return Growth.computed(level, yearAgo);
  }

  @Benchmark
  public BigDecimal share() {
    return ExactDecimal.percent(yearAgo, level);
  }

  @Benchmark
  public BigDecimal squareRoot() {
    return ExactDecimal.squareRoot(level);
  }
}
