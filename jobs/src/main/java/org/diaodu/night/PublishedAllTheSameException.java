package org.diaodu.night;

/**
 * The figures are published, but a page or the record of the run could not be put in its place; the
 * next run does it.
 */
public final class PublishedAllTheSameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PublishedAllTheSameException(long manifest, Throwable cause) {
    super(
        "数据已经发布（清单 %d），但之后的通报或运行记录没有写出：%s。再运行一次即可补上。".formatted(manifest, cause.getMessage()),
        cause);
  }
}
