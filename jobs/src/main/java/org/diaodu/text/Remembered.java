package org.diaodu.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a function made of the texts of late. Files say the same few things of line after line:
 * their dates, their periods, the labels of their rows. For functions without effects and memory of
 * their own; several threads may ask.
 */
public final class Remembered<T> {
  private final Function<String, T> function;
  private final int most;
  private final Map<String, T> results = new ConcurrentHashMap<>();

  /**
   * Of a function.
   *
   * @param function gives no null
   * @param most how many results are kept; then all are forgotten
   */
  public Remembered(Function<String, T> function, int most) {
    this.function = function;
    this.most = most;
  }

  /** What the function makes of a text. */
  public T of(String text) {
    T known = results.get(text);
    if (known != null) {
      return known;
    }
    T result = function.apply(text);
    if (results.size() >= most) {
      results.clear();
    }
    results.put(text, result);
    return result;
  }
}
