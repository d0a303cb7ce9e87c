package org.diaodu.sheet;

import java.util.List;
import java.util.Optional;
import org.diaodu.text.TextEncoding;

/**
 * The text of bytes: UTF-16 where they begin so, UTF-8 where they are, else GB18030 where they are;
 * nothing is guessed past that.
 */
final class TextDecoding {
  private static final int BEGINNING = 4096;

  private TextDecoding() {}

  /** The text without its byte order mark; empty where the bytes are in no such encoding. */
  static Optional<String> decode(byte[] bytes) {
    Optional<TextEncoding> wide = TextEncoding.wide(bytes, Math.min(bytes.length, BEGINNING));
    if (wide.isPresent()) {
      return wide.get().strict(bytes, 0, bytes.length).map(TextDecoding::withoutMark);
    }
    return List.of(TextEncoding.utf_8, TextEncoding.gb18030).stream()
        .flatMap(encoding -> encoding.strict(bytes, 0, bytes.length).stream())
        .filter(text -> text.indexOf('\u0000') < 0)
        .map(TextDecoding::withoutMark)
        .findFirst();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
