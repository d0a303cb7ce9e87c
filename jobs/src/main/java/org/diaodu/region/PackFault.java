package org.diaodu.region;

/**
 * One fault of a pack.
 *
 * @param file file name within the pack
 * @param line line, from 1; 0 for the file as a whole
 * @param found what stands there, in Chinese
 * @param remedy what to do, in Chinese
 */
public record PackFault(String file, int line, String found, String remedy) {
  @Override
  public String toString() {
    return "%s 第%d行：%s。%s".formatted(file, line, found, remedy);
  }
}
