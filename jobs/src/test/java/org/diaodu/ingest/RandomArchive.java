package org.diaodu.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A landing folder in which files come at random between nights, each with one statement of one
 * figure: new ones, repeats, corrections, withdrawals, take-backs, contradictions, late mail, files
 * touched, moved and copied.
 */
final class RandomArchive {
  static final List<LocalDate> RELEASES =
      List.of(LocalDate.of(2024, 7, 15), LocalDate.of(2024, 8, 15), LocalDate.of(2024, 9, 15));

  private static final List<String> VALUES = List.of("98", "100", "104", "");

  /**
   * What a file says.
   *
   * @param value empty where it withdraws the figure
   */
  record Content(LocalDate release, String value, int remark) {
    String sha256() {
      return release + "=" + value + "#" + remark;
    }
  }

  private record Lying(Content content, int changed) {}

  private final Random random;
  private final Map<String, Lying> folder = new TreeMap<>();
  private final Map<String, List<Content>> past = new LinkedHashMap<>();
  private final Set<Integer> overwritten = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private int clock;
  private int names = 2;

  /** What has happened since the last night. */
  private int happened;

  /** Whether a file was sent again in the place of another since then. */
  private boolean takenBack;

  RandomArchive(long seed) {
    this.random = new Random(seed);
  }

  /** What has happened, for whoever has to find out why two ways differ. */
  List<String> told() {
    return told;
  }

  /** One to three things happen; returns when the night begins that follows. */
  Instant untilNight() {
    happened = 0;
    takenBack = false;
    for (int i = random.nextInt(3); i >= 0; i--) {
      happens();
      happened++;
    }
    clock += 10;
    told.add("night at " + clock);
    return minute(clock);
  }

  /** What lies there, with the times of change that the files have. */
  List<LandingFile> files() {
    return folder.entrySet().stream()
        .map(of -> file(of.getKey(), of.getValue().content(), minute(of.getValue().changed())))
        .toList();
  }

  /** The same after a copy that kept no times. */
  List<LandingFile> filesWithoutTimes() {
    List<LandingFile> files = new ArrayList<>();
    folder.forEach(
        (path, of) -> files.add(file(path, of.content(), minute(random.nextInt(2 * clock)))));
    return files;
  }

  private void happens() {
    clock++;
    switch (folder.isEmpty() ? 0 : random.nextInt(10)) {
      case 0, 1, 2 -> lies(name(), content(), clock, "new");
      case 3 -> lies(name(), content(), earlier(), "late mail");
      case 4 -> contradict();
      case 5 -> sentAgain();
      case 6 -> correctedInPlace();
      case 7 -> takenBackInPlace();
      case 8 -> {
        String path = any();
        lies(path, folder.get(path).content(), clock, "touched");
      }
      default -> moved();
    }
  }

  /** At no instant at which a file was overwritten: what both contradict would be gone. */
  private int earlier() {
    int changed = Math.max(0, clock - random.nextInt(30));
    return overwritten.contains(changed) ? clock : changed;
  }

  private void contradict() {
    LocalDate release = release();
    lies(name(), new Content(release, "98", names), clock, "contradiction");
    lies(name(), new Content(release, "104", names), clock, "contradiction");
  }

  private void sentAgain() {
    // With others it would be held, and what it overwrote is gone from the archive.
    if (takenBack) {
      return;
    }
    List<List<Content>> all = List.copyOf(past.values());
    List<Content> of = all.get(random.nextInt(all.size()));
    lies(name(), of.get(random.nextInt(of.size())), clock, "sent again");
  }

  /** Of the same release: what an overwritten file said of another is gone from the archive. */
  private void correctedInPlace() {
    String path = any();
    Content before = folder.get(path).content();
    Content now = new Content(before.release(), value(), names++);
    lies(path, now, clock, "corrected in place");
  }

  private void takenBackInPlace() {
    String path = any();
    List<Content> of = past.get(path);
    if (of.size() > 1 && happened == 0 && of.get(0).release().equals(last(of).release())) {
      takenBack = true;
      lies(path, of.get(0), clock, "taken back in place");
    }
  }

  private void moved() {
    String path = any();
    Lying lying = folder.remove(path);
    String to = name();
    past.put(to, past.remove(path));
    folder.put(to, lying);
    told.add("%s moved to %s".formatted(path, to));
  }

  private void lies(String path, Content content, int changed, String how) {
    if (folder.put(path, new Lying(content, changed)) != null) {
      overwritten.add(changed);
    }
    past.computeIfAbsent(path, p -> new ArrayList<>()).add(content);
    told.add("%s: %s %s, changed at %d".formatted(how, path, content.sha256(), changed));
  }

  private String name() {
    return "%c%d.csv".formatted('a' + random.nextInt(26), names++);
  }

  private String any() {
    List<String> paths = List.copyOf(folder.keySet());
    return paths.get(random.nextInt(paths.size()));
  }

  private Content content() {
    // With others of the same content it comes again, and three of those are held.
    int remark = takenBack ? names : random.nextInt(2);
    return new Content(release(), value(), remark);
  }

  private LocalDate release() {
    return RELEASES.get(random.nextInt(RELEASES.size()));
  }

  private String value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private static Content last(List<Content> all) {
    return all.get(all.size() - 1);
  }

  private static LandingFile file(String path, Content content, Instant changed) {
    return new LandingFile(
        path,
        "/landing/" + path,
        content.sha256(),
        10,
        LandingFile.Format.tidy_csv,
        2,
        1,
        null,
        List.of(),
        List.of(),
        changed,
        null);
  }

  /** What a file says, told from its checksum. */
  static Content contentOf(LandingFile file) {
    String[] parts = file.sha256().split("[=#]", -1);
    return new Content(LocalDate.parse(parts[0]), parts[1], Integer.parseInt(parts[2]));
  }

  private static Instant minute(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }
}
