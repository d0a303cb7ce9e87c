package org.diaodu.fuzz;

import java.util.List;
import java.util.Random;

/** Choices that follow from a seed. */
public final class Dice {
  private final Random random;

  /** The same seed makes the same choices. */
  public Dice(long seed) {
    random = new Random(seed);
  }

  /** A number from 0, less than {@code bound}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Whether something happens that happens one time in {@code times}. */
  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** One of several. */
  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** One of several. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }
}
