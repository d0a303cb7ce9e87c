package org.diaodu.operation;

/**
 * One thing that a run depends on.
 *
 * @param name what was looked at, in Chinese
 * @param finding how it stands
 * @param text what was found, and where it is not well, what to do
 */
public record Check(String name, Finding finding, String text) {

  /** How a thing stands. */
  public enum Finding {
    /** Well. */
    ok("正常"),
    /** A run goes, but somebody should look. */
    warning("注意"),
    /** A run would fail, or give what nobody can use. */
    fault("故障");

    private final String nameZh;

    Finding(String nameZh) {
      this.nameZh = nameZh;
    }

    /** In Chinese. */
    public String nameZh() {
      return nameZh;
    }
  }

  /** Well. */
  public static Check ok(String name, String text) {
    return new Check(name, Finding.ok, text);
  }

  /** Somebody should look. */
  public static Check warning(String name, String text) {
    return new Check(name, Finding.warning, text);
  }

  /** A run would fail. */
  public static Check fault(String name, String text) {
    return new Check(name, Finding.fault, text);
  }
}
