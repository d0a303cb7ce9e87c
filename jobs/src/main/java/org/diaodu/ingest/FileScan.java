package org.diaodu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.diaodu.sheet.FileKind;
import org.diaodu.text.TextEncoding;

/**
 * One pass over a file's bytes: its hash, what it is, its header, and where its lines are. Memory
 * does not grow with the file: a line is kept only up to the greatest length that is read.
 */
final class FileScan {
  /** A longer line is no record of a table; it is set aside alone. */
  static final int LONGEST_LINE = 1 << 20;

  private static final int CHUNK = 4 << 20;
  private static final int SHOWN = 200;
  private static final Pattern LINE_ENDS = Pattern.compile("\r+$");

  private final List<LandingFile.Chunk> chunks = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final byte[] beginning = new byte[LONGEST_LINE];
  private long bytes;
  private long lines;
  private long dataLines;
  private final byte[] first = new byte[4096];
  private int firstLength;
  private final EncodingEvidence evidence = new EncodingEvidence();
  private TextEncoding wide;
  private boolean binary;
  private boolean headerSeen;
  private TidyCsvHeader header;

  private long lineStart;
  private long lineLength;
  private boolean lineBlank = true;
  private long chunkStart = -1;
  private long chunkFirstLine;

  private final LocalDate released;

  private FileScan(LocalDate released) {
    this.released = released;
  }

  /**
   * What a file is.
   *
   * @param changed its time of change
   */
  static LandingFile of(Path path, String name, Instant changed) {
    return of(path, name, changed, null);
  }

  /**
   * What a file is.
   *
   * @param changed its time of change
   * @param released the day on which it was published, where something beside it says so; else null
   */
  static LandingFile of(Path path, String name, Instant changed, LocalDate released) {
    FileScan scan = new FileScan(released);
    MessageDigest sha256 = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      // Full buffers: none ends within a unit of two bytes but the last.
      for (int n = in.readNBytes(buffer, 0, buffer.length); n > 0; ) {
        sha256.update(buffer, 0, n);
        scan.accept(buffer, n);
        n = in.readNBytes(buffer, 0, buffer.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
    scan.end();
    return scan.file(path, name, HexFormat.of().formatHex(sha256.digest()), changed);
  }

  private void accept(byte[] buffer, int count) {
    if (bytes == 0) {
      firstLength = Math.min(first.length, count);
      System.arraycopy(buffer, 0, first, 0, firstLength);
      wide = TextEncoding.wide(first, firstLength).orElse(null);
    }
    if (wide == null) {
      acceptBytes(buffer, count);
    } else {
      acceptUnits(buffer, count);
    }
    bytes += count;
  }

  private void acceptBytes(byte[] buffer, int count) {
    int start = 0;
    for (int i = 0; i < count; i++) {
      byte b = buffer[i];
      if (b == '\n') {
        partOfLine(buffer, start, i);
        endLine(bytes + i + 1);
        start = i + 1;
      } else if (b == 0) {
        binary = true;
      } else {
        evidence.accept(b);
      }
    }
    partOfLine(buffer, start, count);
  }

  private void acceptUnits(byte[] buffer, int count) {
    int start = 0;
    // A last byte alone is half of a unit and stays part of its line.
    for (int i = 0; i + 1 < count; i += 2) {
      if (wide.unit(buffer, i) == '\n') {
        partOfLine(buffer, start, i);
        endLine(bytes + i + 2);
        start = i + 2;
      }
    }
    partOfLine(buffer, start, count);
  }

  private void partOfLine(byte[] buffer, int start, int end) {
    if (lineLength < beginning.length) {
      int more = (int) Math.min(beginning.length - lineLength, end - start);
      System.arraycopy(buffer, start, beginning, (int) lineLength, more);
    }
    lineLength += end - start;
    lineBlank = lineBlank && isBlank(buffer, start, end, units());
  }

  /** What a blank line is made of; counting and reading must agree on it, byte for byte. */
  static boolean isBlank(byte[] bytes, int start, int end, TextEncoding encoding) {
    int i = start;
    while (i + encoding.width() <= end && isBlank(encoding.unit(bytes, i))) {
      i += encoding.width();
    }
    return i >= end;
  }

  private static boolean isBlank(int unit) {
    return unit == ' ' || unit == '\t' || unit == '\r';
  }

  /** The encoding as far as lines and blanks want it. */
  private TextEncoding units() {
    return wide != null ? wide : TextEncoding.utf_8;
  }

  /** Text of a line or a header, before the encoding of the file as a whole is known. */
  private String text(byte[] of, int start, int end) {
    if (wide != null) {
      return wide.decode(of, start, end);
    }
    return TextEncoding.utf_8
        .strict(of, start, end)
        .orElseGet(() -> TextEncoding.gb18030.decode(of, start, end));
  }

  private void end() {
    if (!lineBlank && header != null && !isWhole()) {
      cutLine();
    } else if (lineLength > 0) {
      endLine(bytes);
    }
    endChunk(bytes);
  }

  private boolean isWhole() {
    int kept = (int) Math.min(lineLength, beginning.length);
    return header.isWhole(text(beginning, 0, kept));
  }

  /** A last line without its end may be half of one: 12 of 1234.5. */
  private void cutLine() {
    lines++;
    dataLines++;
    endChunk(lineStart);
    int shown = (int) Math.min(lineLength, SHOWN);
    faults.add(ScanFaults.unfinishedLine(lines, text(beginning, 0, shown)));
  }

  private void endLine(long nextLine) {
    lines++;
    evidence.endLine();
    if (!lineBlank) {
      if (!headerSeen) {
        readHeader(nextLine);
      } else {
        dataLine(nextLine);
      }
    }
    lineStart = nextLine;
    lineLength = 0;
    lineBlank = true;
  }

  private void readHeader(long nextLine) {
    headerSeen = true;
    if (binary) {
      return;
    }
    if (lineLength > LONGEST_LINE) {
      faults.add(ScanFaults.headerTooLong(lines, lineLength));
      return;
    }
    String text = text(beginning, 0, (int) lineLength);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    // Blank columns at its end are columns: a tab is cut off nowhere.
    text = LINE_ENDS.matcher(text).replaceFirst("");
    int carriageReturn = text.indexOf('\r');
    header =
        HeaderReading.of(
            carriageReturn < 0 ? text : text.substring(0, carriageReturn),
            lines,
            sample(nextLine),
            released,
            faults);
    boolean known = faults.stream().noneMatch(f -> f.ruleId().equals("no_header"));
    if (carriageReturn >= 0 && known) {
      // Whatever else is wrong with the header is seen once the lines can be told apart.
      header = null;
      faults.clear();
      faults.add(ScanFaults.carriageReturnsAlone());
    }
  }

  /** The lines behind the header, as far as the beginning of the file holds them. */
  private List<String> sample(long from) {
    return from >= firstLength ? List.of() : text(first, (int) from, firstLength).lines().toList();
  }

  private void dataLine(long nextLine) {
    dataLines++;
    if (lineLength > LONGEST_LINE) {
      endChunk(lineStart);
      String shown = text(beginning, 0, SHOWN);
      faults.add(ScanFaults.lineTooLong(lines, lineLength, LONGEST_LINE, shown));
      return;
    }
    if (chunkStart < 0) {
      chunkStart = lineStart;
      chunkFirstLine = lines;
    }
    if (nextLine - chunkStart >= CHUNK) {
      endChunk(nextLine);
    }
  }

  private void endChunk(long end) {
    if (chunkStart >= 0) {
      chunks.add(
          new LandingFile.Chunk(chunkStart, Math.toIntExact(end - chunkStart), chunkFirstLine));
      chunkStart = -1;
    }
  }

  private LandingFile file(Path path, String name, String sha256, Instant changed) {
    LandingFile.Format format = format();
    if (isSheet(format)) {
      faults.clear();
    } else if (!isLines(format)) {
      faults.removeIf(f -> !f.ruleId().equals("no_header"));
      if (format == LandingFile.Format.empty) {
        faults.add(ScanFaults.empty(headerSeen));
      } else if (format == LandingFile.Format.binary) {
        faults.clear();
        faults.add(ScanFaults.notText());
      }
    }
    boolean readable = isLines(format) && header != null;
    return new LandingFile(
        name,
        path.toAbsolutePath().toString(),
        sha256,
        bytes,
        format,
        lines,
        readable ? dataLines : 0,
        readable ? header.in(wide != null ? wide : evidence.encoding()) : null,
        readable ? List.copyOf(chunks) : List.of(),
        List.copyOf(faults),
        changed,
        released);
  }

  private static boolean isLines(LandingFile.Format format) {
    return format == LandingFile.Format.tidy_csv || format == LandingFile.Format.sdmx_csv;
  }

  private static boolean isSheet(LandingFile.Format format) {
    return format == LandingFile.Format.xlsx
        || format == LandingFile.Format.xls
        || format == LandingFile.Format.html;
  }

  private LandingFile.Format format() {
    FileKind kind = bytes == 0 ? FileKind.other : FileKind.of(first);
    return switch (kind) {
      case xlsx -> LandingFile.Format.xlsx;
      case xls -> LandingFile.Format.xls;
      // What is like a page is opened as one, and then refused by its name.
      case html, mhtml, xml -> LandingFile.Format.html;
      case other -> formatOfText();
    };
  }

  private LandingFile.Format formatOfText() {
    if (binary) {
      return LandingFile.Format.binary;
    }
    if (!headerSeen || (header != null && dataLines == 0)) {
      return LandingFile.Format.empty;
    }
    if (header != null && header.sdmx()) {
      return LandingFile.Format.sdmx_csv;
    }
    boolean noHeader = faults.stream().anyMatch(f -> f.ruleId().equals("no_header"));
    return header == null && noHeader
        ? LandingFile.Format.printed_text
        : LandingFile.Format.tidy_csv;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot happen: every Java has SHA-256", e);
    }
  }
}
