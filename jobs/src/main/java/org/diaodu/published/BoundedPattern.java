package org.diaodu.published;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Looks at a pattern before it is searched for. Java tries all ways in which a text may fit, and
 * cannot be stopped meanwhile: of a repetition within a repetition the ways double with each
 * letter. What is let through has few ways, whatever the text.
 */
final class BoundedPattern {
  private static final int LONGEST = 300;

  /** Repetitions without an end; a text is gone through so many times within itself. */
  private static final int MOST_ENDLESS = 3;

  /** Parts that may be there or not; the ways double with each. */
  private static final int MOST_OPTIONAL = 6;

  /** Groups with alternatives; the ways multiply with each. */
  private static final int MOST_CHOICES = 3;

  private static final int MOST_TIMES = 1000;

  /** What is open, from the whole pattern inwards: whether it holds a repetition or a choice. */
  private static final class Group {
    private boolean varies;
    private boolean choice;
  }

  private final String pattern;
  private final Deque<Group> open = new ArrayDeque<>();
  private int at;
  private boolean lastVaries;
  private int endless;
  private int optional;
  private int choices;

  private BoundedPattern(String pattern) {
    this.pattern = pattern;
  }

  /** Why a regular expression of Java's may take too long, in Chinese; empty where it does not. */
  static Optional<String> faultOfRegex(String pattern) {
    if (pattern.length() > LONGEST) {
      return Optional.of("长于%d个字符".formatted(LONGEST));
    }
    return Optional.ofNullable(new BoundedPattern(pattern).fault());
  }

  /** The same of a pattern of {@code LIKE}. */
  static Optional<String> faultOfLike(String pattern) {
    long wide = pattern.replaceAll("%+", "%").chars().filter(c -> c == '%').count();
    return wide > MOST_ENDLESS + 1
        ? Optional.of("%%多于%d处".formatted(MOST_ENDLESS + 1))
        : Optional.empty();
  }

  private String fault() {
    open.push(new Group());
    while (at < pattern.length()) {
      String fault = next();
      if (fault != null) {
        return fault;
      }
    }
    choices += open.peek().choice ? 1 : 0;
    if (endless > MOST_ENDLESS) {
      return "*、+多于%d处".formatted(MOST_ENDLESS);
    }
    if (optional > MOST_OPTIONAL) {
      return "可有可无的部分多于%d处".formatted(MOST_OPTIONAL);
    }
    return choices > MOST_CHOICES ? "带|的括号多于%d处".formatted(MOST_CHOICES) : null;
  }

  /** Null where the next part is well. */
  private String next() {
    return switch (pattern.charAt(at)) {
      case '\\' -> escaped();
      case '[' -> set();
      case '(' -> begin();
      case ')' -> end();
      case '|' -> choice();
      case '*', '+' -> endless();
      case '?' -> optional();
      case '{' -> times();
      default -> letter();
    };
  }

  private String letter() {
    at++;
    lastVaries = false;
    return null;
  }

  private String choice() {
    open.peek().choice = true;
    return letter();
  }

  private String end() {
    at++;
    if (open.size() > 1) {
      Group group = open.pop();
      choices += group.choice ? 1 : 0;
      lastVaries = group.varies || group.choice;
      open.peek().varies |= lastVaries;
    }
    return null;
  }

  private String endless() {
    at++;
    endless++;
    return repeated(true);
  }

  private String optional() {
    at++;
    optional++;
    return repeated(false);
  }

  /** What was before is repeated; more than once it must be of one shape. */
  private String repeated(boolean moreThanOnce) {
    if (moreThanOnce && lastVaries) {
      return "重复之中还有重复或选择";
    }
    if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
    open.peek().varies = true;
    lastVaries = true;
    return null;
  }

  private String times() {
    int end = pattern.indexOf('}', at);
    String inner = end < 0 ? "" : pattern.substring(at + 1, end);
    if (!inner.matches("\\d{1,6}(,(\\d{1,6})?)?")) {
      return "大括号里不是次数";
    }
    at = end + 1;
    String[] limits = inner.split(",", -1);
    int least = Integer.parseInt(limits[0]);
    boolean open = limits.length > 1 && limits[1].isEmpty();
    int most = limits.length > 1 && !open ? Integer.parseInt(limits[1]) : least;
    if (most > MOST_TIMES) {
      return "重复多于%d次".formatted(MOST_TIMES);
    }
    if (!open && most == least) {
      return lastVaries && most > 1 ? "重复之中还有重复或选择" : null;
    }
    endless++;
    return repeated(true);
  }

  private String begin() {
    at++;
    open.push(new Group());
    lastVaries = false;
    if (pattern.startsWith("?", at)) {
      String rest = pattern.substring(at + 1);
      if (rest.matches("(?s)(<?[=!]|>).*")) {
        return "不能向前或向后看";
      }
      at += 1 + rest.replaceFirst("(?s)^(:|<\\w+>|[a-zA-Z-]+[:]?).*", "$1").length();
    }
    return null;
  }

  private String escaped() {
    char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
    if ((c >= '1' && c <= '9') || c == 'k') {
      return "不能引用前面的括号";
    }
    at += 2;
    lastVaries = false;
    if (c == 'Q') {
      int end = pattern.indexOf("\\E", at);
      at = end < 0 ? pattern.length() : end + 2;
    } else if ("pPxN".indexOf(c) >= 0 && pattern.startsWith("{", at)) {
      int end = pattern.indexOf('}', at);
      at = end < 0 ? pattern.length() : end + 1;
    }
    return null;
  }

  private String set() {
    lastVaries = false;
    int depth = 0;
    for (; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
        // As its first letter, also after ^, it is one of the set.
        at += pattern.startsWith("^", at + 1) ? 1 : 0;
        at += pattern.startsWith("]", at + 1) ? 1 : 0;
      } else if (c == ']' && --depth == 0) {
        at++;
        return null;
      }
    }
    return "“[”没有配对的“]”";
  }
}
