package org.diaodu.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.SignOff;
import org.diaodu.release.SignOffStep.Kind;
import org.diaodu.release.SignOffStep.Verdict;

/**
 * Who may do which step when: drafted, reviewed and signed by three people, of documents that say
 * the same from the first step to the last.
 *
 * @param roles who may do what
 * @param period of the documents
 * @param steps what was done so far, oldest first
 */
record SignOffRules(SignOff roles, TimePeriod period, List<SignOffStep> steps) {
  private static final int NAMED = 5;
  private static final int CONTENT_DIGITS = 12;

  /**
   * What the documents said when they were last found right, if that was after their release. What
   * was refused, or never decided on, is nothing that a later draft may be compared with: it would
   * no longer be asked for.
   */
  Optional<List<Statement>> lastFoundRight() {
    for (int i = steps.size() - 1; i > 0 && steps.get(i).kind() != Kind.published; i--) {
      if (steps.get(i).kind() == Kind.reviewed) {
        return Optional.of(steps.get(i - 1).said());
      }
    }
    return Optional.empty();
  }

  /** The day that the documents under way speak as of; none where none are. */
  Optional<LocalDate> asOf() {
    return last().filter(step -> step.kind() != Kind.published).map(SignOffStep::asOf);
  }

  /**
   * The day that is published as of: that of what is under way, or the one that is asked for.
   *
   * @param asked the day that whoever publishes names; empty where he leaves it
   * @throws SignOffRefusedException where it is another one than was signed
   */
  Optional<LocalDate> asOf(Optional<LocalDate> asked) {
    last()
        .filter(step -> step.kind() == Kind.signed && roles.isRequired())
        .map(SignOffStep::asOf)
        .filter(signed -> asked.isPresent() && !asked.get().equals(signed))
        .ifPresent(
            signed -> {
              throw new SignOffRefusedException(
                  "%s签发的文件截至%s，不能按截至%s发布。请去掉--as-of，或按那一天重新送审"
                      .formatted(period, signed, asked.get()));
            });
    return asked.or(this::asOf);
  }

  /**
   * The changes that the newest draft is to be reviewed for.
   *
   * @throws SignOffRefusedException where none is waiting
   */
  List<Verdict> asked() {
    return waiting().verdicts();
  }

  /**
   * The draft that is to be reviewed: the period, which step of its sign-off it was handed over in,
   * and the beginning of the SHA-256 of what it says.
   *
   * @throws SignOffRefusedException where none is waiting
   */
  String submission() {
    return "%s/%d-%s"
        .formatted(period, steps.size(), waiting().content().substring(0, CONTENT_DIGITS));
  }

  private SignOffStep waiting() {
    return require(Kind.submitted, "还没有送审，或上次的已有结论。请先用--submit送审");
  }

  /**
   * Hands documents over for review, with what changed in them.
   *
   * @param before what was found right last
   */
  SignOffStep submitted(
      String by, Instant now, LocalDate asOf, List<Statement> before, SaidContent content) {
    requireRole("拟稿", roles.draft(), by);
    return new SignOffStep(
        Kind.submitted,
        by,
        now,
        asOf,
        content.hash(),
        Statement.changes(before, content.said()).stream().map(Verdict::open).toList(),
        content.said(),
        "");
  }

  /**
   * Reviews what was handed over.
   *
   * @param verdicts what is decided of each change
   * @param content what the documents say now
   */
  SignOffStep reviewed(String by, Instant now, List<Verdict> verdicts, SaidContent content) {
    requireRole("审核", roles.review(), by);
    SignOffStep draft = waiting();
    requireOther(by, draft, "审核");
    requireUnchanged(draft, content);
    long open = verdicts.stream().map(Verdict::accepted).filter(Objects::isNull).count();
    if (open > 0) {
      throw new SignOffRefusedException("审核单还有%d行没有意见，请逐行写“是”或“否”".formatted(open));
    }
    boolean accepted = verdicts.stream().allMatch(Verdict::accepted);
    return next(accepted ? Kind.reviewed : Kind.returned, by, now, draft, verdicts);
  }

  /** Signs what was reviewed. */
  SignOffStep signed(String by, Instant now, SaidContent content) {
    requireRole("签发", roles.sign(), by);
    SignOffStep review = require(Kind.reviewed, "还没有审核通过，不能签发");
    requireOther(by, review, "签发");
    current(Kind.submitted).ifPresent(draft -> requireOther(by, draft, "签发"));
    requireUnchanged(review, content);
    return next(Kind.signed, by, now, review, List.of());
  }

  /**
   * Publishes what was signed.
   *
   * @param by the account that publishes
   */
  SignOffStep published(String by, Instant now, SaidContent content) {
    SignOffStep signature = require(Kind.signed, "还没有签发，不能发布。请依次用--submit送审、--review审核、--sign签发");
    requireUnchanged(signature, content);
    return next(Kind.published, by, now, signature, List.of());
  }

  /**
   * Whether a release is what was signed, and the program ended before its publication was
   * recorded.
   *
   * @param publishedAt when the release was published
   * @param content what the documents say now
   */
  boolean lacksPublication(Instant publishedAt, SaidContent content) {
    return last()
        .filter(step -> step.kind() == Kind.signed)
        // What was signed after the release is the same again, and there is nothing to publish.
        .filter(step -> !step.at().isAfter(publishedAt))
        .filter(step -> step.content().equals(content.hash()))
        .isPresent();
  }

  /** Who drafted, reviewed and signed what is under way, as the letterhead names them. */
  List<String> people() {
    return Stream.of(Kind.submitted, Kind.reviewed, Kind.signed)
        .map(kind -> current(kind).map(SignOffStep::by).orElse(""))
        .toList();
  }

  private static SignOffStep next(
      Kind kind, String by, Instant now, SignOffStep after, List<Verdict> verdicts) {
    return new SignOffStep(kind, by, now, after.asOf(), after.content(), verdicts, List.of(), "");
  }

  private void requireRole(String role, List<String> people, String by) {
    if (!roles.isRequired()) {
      throw new SignOffRefusedException("地区包没有写明谁拟稿、审核、签发。请写在documents/sign-off.yaml");
    }
    if (!people.contains(by)) {
      throw new SignOffRefusedException(
          "“%s”不在%s人之列：%s。名单在地区包的documents/sign-off.yaml"
              .formatted(by, role, String.join("、", people)));
    }
  }

  private static void requireOther(String by, SignOffStep step, String role) {
    if (step.by().equals(by)) {
      throw new SignOffRefusedException(
          "%s已经%s，不能再由本人%s".formatted(by, step.kind().nameZh(), role));
    }
  }

  /** Since the last publication, the newest step, which is to be of a kind. */
  private SignOffStep require(Kind kind, String otherwise) {
    return last()
        .filter(step -> step.kind() == kind)
        .orElseThrow(() -> new SignOffRefusedException("%s的文件%s".formatted(period, otherwise)));
  }

  private void requireUnchanged(SignOffStep step, SaidContent content) {
    if (step.content().equals(content.hash())) {
      return;
    }
    List<Statement.Change> changes =
        Statement.changes(
            current(Kind.submitted).map(SignOffStep::said).orElse(List.of()), content.said());
    if (changes.isEmpty()) {
      throw new SignOffRefusedException(
          "%s（%s）以后文字变了：数和结论没有变，变的是截至的日期、开头的说明、小注或版头里的文字。原来的审核和签发作废，请重新送审"
              .formatted(step.kind().nameZh(), step.by()));
    }
    throw new SignOffRefusedException(
        "%s（%s）以后有%d处变了，原来的审核和签发作废，请重新送审：%n%s"
            .formatted(
                step.kind().nameZh(),
                step.by(),
                changes.size(),
                changes.stream()
                    .limit(NAMED)
                    .map(
                        change ->
                            "  《%s》%s：%s → %s"
                                .formatted(
                                    change.document(),
                                    change.what(),
                                    orNothing(change.before()),
                                    orNothing(change.now())))
                    .collect(Collectors.joining(System.lineSeparator()))));
  }

  private static String orNothing(String said) {
    return said.isEmpty() ? "无" : said;
  }

  private Optional<SignOffStep> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  /** The newest step of a kind that is not before the last publication. */
  private Optional<SignOffStep> current(Kind kind) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).kind() == kind) {
        return Optional.of(steps.get(i));
      }
      if (steps.get(i).kind() == Kind.published) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
