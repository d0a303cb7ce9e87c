package org.diaodu.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which of the files that lie in the landing folder say something, and since when: a file speaks
 * when its content first appears at its place.
 *
 * <ul>
 *   <li>The same content still lying there, touched or not, says nothing new.
 *   <li>A content received before that comes back to its place after another, or is sent again
 *       under another name, is the sender's last word.
 *   <li>A file that was moved or copied with its time of change, and a folder that was copied as a
 *       whole, say nothing new.
 *   <li>Many contents received before that come again in one night are a copy of an archive, and
 *       are refused: one by one they could undo what was said since.
 * </ul>
 *
 * @param speaking files that are read, each with its arrival, in the order in which they came
 * @param known files that lie where they lay
 * @param copies files that came to their place and say nothing new
 * @param again files of which so many come again that none is read until somebody confirms it
 * @param replayed paths of those that are read which came to another warehouse before
 */
public record Arrivals(
    List<LandingFile> speaking,
    List<LandingFile> known,
    List<LandingFile> copies,
    List<LandingFile> again,
    Set<String> replayed) {
  /** So many files sent again in one night are no longer single answers of senders. */
  static final int MANY = 3;

  /** Files of a folder of which a copy is one of the folder and not of a file. */
  private static final int A_FOLDER = 2;

  /**
   * Of what lies there.
   *
   * @param files with their times of change
   * @param before what came before, the last of each place last
   * @param noted what the ledger of the folder knows, likewise; where it knows more than {@code
   *     before}, these are the arrivals of files that are read once more
   * @param readAgain whether a file that came before is to be read once more, as it came then
   * @param holds what was decided of files that were held as a whole
   * @param now when the night began; nothing came later
   */
  public static Arrivals of(
      Collection<LandingFile> files,
      List<Arrival> before,
      List<Arrival> noted,
      Predicate<LandingFile> readAgain,
      Holds holds,
      Instant now) {
    Map<String, Arrival> lastAtPlace = lastBy(before, Arrival::file);
    Map<String, Arrival> lastOfContent =
        lastBy(before.stream().filter(arrival -> arrival.at() != null).toList(), Arrival::sha256);
    Map<String, Arrival> notedAtPlace = lastBy(noted, Arrival::file);
    Map<String, TreeSet<Instant>> gone = gone(files, noted);
    Set<LandingFile> copies = copiesOfFolders(files);
    List<LandingFile> speaking = new ArrayList<>();
    List<LandingFile> known = new ArrayList<>();
    List<LandingFile> copied = new ArrayList<>();
    List<LandingFile> again = new ArrayList<>();
    List<LandingFile> held = new ArrayList<>();
    Set<String> replayed = new HashSet<>();
    for (LandingFile file : files) {
      Arrival here = lastAtPlace.get(file.file());
      Arrival anywhere = lastOfContent.get(file.sha256());
      Arrival note = isOf(file, notedAtPlace.get(file.file()));
      Instant confirmed = holds.confirmedAt(file);
      Instant elsewhere = note != null && note.at() == null ? lastOf(gone, file) : null;
      if (confirmed != null && (isOf(file, here) == null || here.at() == null)) {
        speaking.add(file.cameAt(confirmed));
      } else if (isOf(file, here) != null) {
        (readAgain.test(file) ? speaking : known).add(file.cameAt(here.at()));
      } else if (note != null && note.at() != null) {
        speaking.add(file.cameAt(note.at()));
        replayed.add(file.file());
      } else if (elsewhere != null) {
        speaking.add(file.cameAt(elsewhere));
        replayed.add(file.file());
        gone.get(file.sha256()).remove(elsewhere);
      } else if (note != null && holds.heldAt(file) != null) {
        held.add(file.cameAt(holds.heldAt(file)));
      } else if (note != null || copies.contains(file) || wasMoved(file, here, anywhere)) {
        copied.add(file);
      } else {
        (anywhere == null ? speaking : again).add(file.cameAt(arrival(file, here, now)));
      }
    }
    if (again.size() < MANY) {
      speaking.addAll(again);
      again.clear();
    }
    again.addAll(held);
    return new Arrivals(
        noLaterThan(now, speaking),
        List.copyOf(known),
        List.copyOf(copied),
        List.copyOf(again),
        Set.copyOf(replayed));
  }

  /**
   * By content when it came to places where it lies no more. Such files were moved, and what each
   * said is told to another warehouse by one that lies elsewhere now.
   */
  private static Map<String, TreeSet<Instant>> gone(
      Collection<LandingFile> files, List<Arrival> noted) {
    Set<List<String>> lying = new HashSet<>();
    files.forEach(file -> lying.add(List.of(file.file(), file.sha256())));
    Map<String, TreeSet<Instant>> gone = new HashMap<>();
    noted.stream()
        .filter(arrival -> arrival.at() != null)
        .filter(arrival -> !lying.contains(List.of(arrival.file(), arrival.sha256())))
        .forEach(
            arrival ->
                gone.computeIfAbsent(arrival.sha256(), content -> new TreeSet<>())
                    .add(arrival.at()));
    return gone;
  }

  private static Instant lastOf(Map<String, TreeSet<Instant>> gone, LandingFile file) {
    TreeSet<Instant> of = gone.get(file.sha256());
    return of == null || of.isEmpty() ? null : of.last();
  }

  /** What is known of files that were held as a whole. */
  public interface Holds {
    /** Nothing was held. */
    Holds NONE =
        new Holds() {
          @Override
          public Instant heldAt(LandingFile file) {
            return null;
          }

          @Override
          public Instant confirmedAt(LandingFile file) {
            return null;
          }
        };

    /** When a file came that was held; null where it was not. */
    Instant heldAt(LandingFile file);

    /** The same where somebody has confirmed it since; else null. */
    Instant confirmedAt(LandingFile file);
  }

  /** What came tonight, for the ledger. */
  public List<Arrival> noted() {
    List<Arrival> noted = new ArrayList<>();
    speaking.forEach(file -> noted.add(new Arrival(file.file(), file.sha256(), file.arrivedAt())));
    copies.forEach(file -> noted.add(new Arrival(file.file(), file.sha256(), null)));
    again.forEach(file -> noted.add(new Arrival(file.file(), file.sha256(), null)));
    return noted;
  }

  /**
   * The instants at which files came that speak tonight, and others before them: the order of what
   * they say cannot be told.
   */
  public Set<Instant> tied(Collection<Arrival> before) {
    Map<Instant, Set<String>> contents = new HashMap<>();
    before.forEach(
        arrival ->
            contents.computeIfAbsent(arrival.at(), at -> new HashSet<>()).add(arrival.sha256()));
    return speaking.stream()
        .filter(
            file ->
                contents.getOrDefault(file.arrivedAt(), Set.of()).stream()
                    .anyMatch(content -> !content.equals(file.sha256())))
        .map(LandingFile::arrivedAt)
        .collect(Collectors.toSet());
  }

  /** An arrival at the place of a file; null where it was of another content. */
  private static Arrival isOf(LandingFile file, Arrival arrival) {
    return arrival != null && arrival.sha256().equals(file.sha256()) ? arrival : null;
  }

  /**
   * Its time of change, to the microsecond that tables keep; but never before what lay at its place
   * until it came.
   */
  private static Instant arrival(LandingFile file, Arrival here, Instant now) {
    Instant changed = file.arrivedAt().truncatedTo(ChronoUnit.MICROS);
    return here == null || here.at() == null || changed.isAfter(here.at()) ? changed : now;
  }

  /**
   * The files in the order in which they came. None came later than now: of clocks that were ahead
   * only the order counts, each instant a microsecond before the next.
   */
  private static List<LandingFile> noLaterThan(Instant now, List<LandingFile> files) {
    List<Instant> ahead =
        files.stream()
            .map(LandingFile::arrivedAt)
            .filter(at -> at.isAfter(now))
            .distinct()
            .sorted()
            .toList();
    return files.stream()
        .map(
            file -> {
              int place = ahead.indexOf(file.arrivedAt());
              return place < 0
                  ? file
                  : file.cameAt(now.minus(ahead.size() - 1L - place, ChronoUnit.MICROS));
            })
        .sorted(Comparator.comparing(LandingFile::arrivedAt).thenComparing(LandingFile::file))
        .toList();
  }

  /**
   * Whether a content that came before is new at its place, with the time that it had elsewhere.
   */
  private static boolean wasMoved(LandingFile file, Arrival here, Arrival elsewhere) {
    return here == null
        && elsewhere != null
        && !file.arrivedAt().truncatedTo(ChronoUnit.MICROS).isAfter(elsewhere.at());
  }

  /** Files of folders that lie there once more, all of their files with them. */
  private static Set<LandingFile> copiesOfFolders(Collection<LandingFile> files) {
    Map<String, Set<List<String>>> contents = new HashMap<>();
    Map<String, Instant> newest = new HashMap<>();
    for (LandingFile file : files) {
      contents.computeIfAbsent(folder(file), f -> new HashSet<>()).add(entry(file));
      newest.merge(folder(file), file.arrivedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
    Map<Set<List<String>>, String> original = new HashMap<>();
    contents.keySet().stream()
        .sorted(Comparator.<String, Instant>comparing(newest::get).thenComparing(f -> f))
        .forEach(folder -> original.putIfAbsent(contents.get(folder), folder));
    return files.stream()
        .filter(
            file ->
                contents.get(folder(file)).size() >= A_FOLDER
                    && !original.get(contents.get(folder(file))).equals(folder(file)))
        .collect(Collectors.toSet());
  }

  private static String folder(LandingFile file) {
    return file.file().substring(0, file.file().lastIndexOf('/') + 1);
  }

  private static List<String> entry(LandingFile file) {
    return List.of(file.file().substring(file.file().lastIndexOf('/') + 1), file.sha256());
  }

  private static Map<String, Arrival> lastBy(
      List<Arrival> arrivals, Function<Arrival, String> key) {
    Map<String, Arrival> last = new HashMap<>();
    arrivals.forEach(arrival -> last.put(key.apply(arrival), arrival));
    return last;
  }
}
