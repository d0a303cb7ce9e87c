package org.diaodu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.diaodu.server.Token;

/** Where the token comes from: a file that only its owner reads, or the environment. */
final class TokenSource {
  private static final int SHORTEST = 16;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private TokenSource() {}

  /**
   * The token.
   *
   * @param file null where none was named
   * @throws UsageException where others may read the file, or where what it holds is no token
   */
  static Token read(Path file) throws IOException {
    String environment = System.getenv("DIAODU_TOKEN");
    if (file == null) {
      return environment == null ? Token.none() : token(environment, "环境变量 DIAODU_TOKEN ");
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException("找不到令牌文件：" + file);
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new UsageException("令牌文件%s别人也能读，请先运行 chmod 600 %s".formatted(file, file));
    }
    return token(Files.readString(file).strip(), file.toString());
  }

  private static Token token(String text, String where) {
    if (text.length() < SHORTEST || !text.matches("[!-~]+")) {
      throw new UsageException("%s中的令牌不能用：至少要%d个字符，只能是英文字母、数字和标点，不能有空格".formatted(where, SHORTEST));
    }
    return Token.of(text);
  }
}
