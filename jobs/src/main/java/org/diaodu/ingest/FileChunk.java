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
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

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

  /** The cells of the lines, each read when it is asked for. */
  Iterator<Row> cells(TidyCsvLine reader) {
    return new Lines(bytes(), reader);
  }

  private final class Lines implements Iterator<Row> {
    private final byte[] bytes;
    private final TidyCsvLine reader;
    private long number = chunk.firstLine();
    private int start;
    private Row next;

    Lines(byte[] bytes, TidyCsvLine reader) {
      this.bytes = bytes;
      this.reader = reader;
      this.next = read();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      Row row = next;
      next = read();
      return row;
    }

    /** The next line that has a cell; null where none is left. */
    private Row read() {
      while (start < bytes.length) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
          end++;
        }
        int last = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        Cell cell = reader.read(Arrays.copyOfRange(bytes, start, last), number, header);
        number++;
        start = end + 1;
        if (cell != null) {
          return CellRow.of(file, sha256, fileOrdinal, arrivedAt, cell);
        }
      }
      return null;
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
