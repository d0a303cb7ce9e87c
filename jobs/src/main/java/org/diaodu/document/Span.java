package org.diaodu.document;

/** A piece of a text: words, or a figure. */
public sealed interface Span permits Words, Figure {}
