package org.diaodu.layout;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Several sequences one after the other, each begun when the one before it has ended. */
final class InTurn<T> implements Iterator<T> {
  private final Iterator<Supplier<Iterator<T>>> parts;
  private Iterator<T> current = Collections.emptyIterator();

  InTurn(Iterator<Supplier<Iterator<T>>> parts) {
    this.parts = parts;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && parts.hasNext()) {
      current = parts.next().get();
    }
    return current.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
