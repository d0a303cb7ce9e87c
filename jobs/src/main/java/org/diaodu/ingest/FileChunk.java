package org.diaodu.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.diaodu.text.TextEncoding;

/**
 * Some whole lines of a file, read by one task. Public because Spark serialises only public
 * classes.
 *
 * @param file path below the landing folder
 * @param path where it is; every executor must see it there
 * @param sha256 SHA-256 of the file
 * @param fileOrdinal place of the file among those of the night, from 0
 * @param arrivedAt when the file came
 * @param chunk which lines
 * @param header the file's header
 */
public record FileChunk(
    String file,
    String path,
    String sha256,
    int fileOrdinal,
    Instant arrivedAt,
    LandingFile.Chunk chunk,
    TidyCsvHeader header)
    implements Serializable {

  /**
   * Some lines of a file.
   *
   * @param ordinal place of the file among those of the night, from 0
   */
  static FileChunk of(LandingFile file, int ordinal, LandingFile.Chunk chunk) {
    return new FileChunk(
        file.file(), file.path(), file.sha256(), ordinal, file.arrivedAt(), chunk, file.header());
  }

  /** The cells of the lines as rows. */
  Iterator<Row> rows(TidyCsvLine reader) {
    Iterator<Cell> cells = cells(reader);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return cells.hasNext();
      }

      @Override
      public Row next() {
        return CellRow.of(file, sha256, fileOrdinal, arrivedAt, cells.next());
      }
    };
  }

  /** The cells of the lines, each read when it is asked for. */
  Iterator<Cell> cells(TidyCsvLine reader) {
    return new Lines(bytes(), reader);
  }

  private final class Lines implements Iterator<Cell> {
    private final byte[] bytes;
    private final TidyCsvLine reader;
    private long number = chunk.firstLine();
    private int start;
    private Iterator<Cell> cells = Collections.emptyIterator();

    Lines(byte[] bytes, TidyCsvLine reader) {
      this.bytes = bytes;
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      while (!cells.hasNext() && start < bytes.length) {
        cells = line().iterator();
        number++;
      }
      return cells.hasNext();
    }

    @Override
    public Cell next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return cells.next();
    }

    private List<Cell> line() {
      TextEncoding encoding = header.encoding();
      int width = encoding.width();
      int end = start;
      while (end + width <= bytes.length && encoding.unit(bytes, end) != '\n') {
        end += width;
      }
      // Half a unit at the end of a file is part of its last line.
      end = end + width > bytes.length ? bytes.length : end;
      boolean carriageReturn = end - start >= width && encoding.unit(bytes, end - width) == '\r';
      byte[] line = Arrays.copyOfRange(bytes, start, carriageReturn ? end - width : end);
      start = end + width;
      return reader.read(line, number, header);
    }
  }

  private byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(chunk.length());
    try (FileChannel channel = FileChannel.open(Path.of(path), StandardOpenOption.READ)) {
      long position = chunk.offset();
      while (buffer.hasRemaining()) {
        int n = channel.read(buffer, position + buffer.position());
        if (n < 0) {
          throw new IOException("the file is shorter than when it was looked at");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
    return buffer.array();
  }
}
