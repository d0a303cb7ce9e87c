package org.diaodu.ingest;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A file of the landing folder after one pass over its bytes.
 *
 * @param file path below the landing folder, with {@code /}
 * @param path where it is
 * @param sha256 SHA-256 of its bytes
 * @param bytes size
 * @param format what it was recognised as
 * @param lines lines in it
 * @param dataLines lines after the header that are not blank
 * @param header its header; null where it has none that can be used
 * @param chunks its lines in pieces that are read in parallel
 * @param faults what is wrong with the file, its header, or lines too long to be read
 * @param arrivedAt when it came; its time of change until that is known
 * @param released the day on which it was published, where something beside it says so; else null
 */
public record LandingFile(
    String file,
    String path,
    String sha256,
    long bytes,
    Format format,
    long lines,
    long dataLines,
    TidyCsvHeader header,
    List<Chunk> chunks,
    List<Fault> faults,
    Instant arrivedAt,
    LocalDate released)
    implements Serializable {

  /** What a file was recognised as, by its content. */
  public enum Format {
    /** Tidy CSV or TSV. */
    tidy_csv,
    /** SDMX-CSV 1.0 or 2.0. */
    sdmx_csv,
    /** An OOXML workbook. */
    xlsx,
    /** A BIFF workbook. */
    xls,
    /** A web page with tables. */
    html,
    /** A printed table saved as text. */
    printed_text,
    /** Nothing in it. */
    empty,
    /** Not text. */
    binary
  }

  /**
   * Whole lines of a file.
   *
   * @param offset first byte
   * @param length bytes
   * @param firstLine number of the first line, from 1
   */
  public record Chunk(long offset, int length, long firstLine) implements Serializable {}

  /** Whether its lines or its sheets can be read. */
  public boolean readable() {
    return header != null || (isBook() && faults.isEmpty());
  }

  /** Whether there may be reports of progress in it; of a workbook only its sheets tell. */
  public boolean mayHoldReports() {
    return header == null
        ? format == Format.xlsx || format == Format.xls
        : header.form() == TidyCsvHeader.Form.progress;
  }

  /** Figures of a data line: as many as the header has columns of them. */
  int cellsPerLine() {
    return header == null ? 1 : header.values().size();
  }

  /** Whether it is read as sheets and not line by line. */
  public boolean isBook() {
    return switch (format) {
      case xlsx, xls, html, printed_text -> true;
      case tidy_csv, sdmx_csv, empty, binary -> false;
    };
  }

  /** This file as it turned out when its sheets were opened. */
  LandingFile opened(List<Fault> found) {
    return new LandingFile(
        file,
        path,
        sha256,
        bytes,
        format,
        lines,
        dataLines,
        header,
        chunks,
        List.copyOf(found),
        arrivedAt,
        released);
  }

  /** This file as one that came at an instant. */
  public LandingFile cameAt(Instant instant) {
    return new LandingFile(
        file, path, sha256, bytes, format, lines, dataLines, header, chunks, faults, instant,
        released);
  }

  /** This file as one that is not read, for a reason. */
  public LandingFile refused(Fault fault) {
    return new LandingFile(
        file,
        path,
        sha256,
        bytes,
        format,
        lines,
        0,
        null,
        List.of(),
        List.of(fault),
        arrivedAt,
        released);
  }
}
