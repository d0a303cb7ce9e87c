# The archive of classes: some twenty thousand classes as this Java has them in memory, saved when a night ends; every later start is
# some five seconds shorter. Read by bin/diaodu, whose variables it uses. docs/decisions/0015-a-shorter-start.md, 0025-installation.md
#
# Java does without an archive, and says nothing that a user would see, where the class path has other names, sizes or times than when it
# was saved, or where it is another Java. So all of these are in the archive's name, and one that does not fit is not found.

# Archives kept in one folder: of so many places or Javas that are used in turn. The longest unused goes first.
KEPT_ARCHIVES=3
# A night that ended early has loaded less, and what it saved is not worth keeping.
LEAST_ARCHIVE=100000000

# Sets jvm for a start of command $1, with an archive or so that one is saved.
choose_class_archive() {
  local command=$1 name folder
  name=$(class_archive_name)
  # Java warns of all that it leaves out of an archive.
  local quiet=-Xlog:disable
  for folder in "$shared_archives" "$(own_archives)"; do
    [ -n "$folder" ] && [ -d "$folder" ] || continue
    take_saved_archives "$folder" "$name"
    if trusted "$folder/$name" && { [ "$command" != nightly ] || archive_holds "$folder/$name"; }; then
      touch -c "$folder/$name" 2>/dev/null || true
      jvm+=("-XX:SharedArchiveFile=$folder/$name" "$quiet")
      return
    fi
  done
  if [ "$command" != nightly ]; then
    if [ -t 2 ] && compgen -G "$shared_archives/classes-*.jsa" >/dev/null; then
      echo "diaodu: 程序移动或更新过，启动慢约五秒；运行一次 bin/prepare（约一分钟），或等下一次 nightly 之后恢复" >&2
    fi
    return
  fi
  folder=$(archives_to_write)
  if [ -z "$folder" ]; then
    echo "diaodu: 没有可写的地方保存已载入的类，每次启动慢约五秒：用 DIAODU_CACHE 指定一个文件夹，或由安装者运行一次 bin/prepare" >&2
    return
  fi
  # Without an archive of its own classes, which some runtimes lack and some flags rule out, Java would not even start.
  if ! "$java" "${jvm[@]}" "${options[@]}" -Xshare:on -version >/dev/null 2>&1; then
    echo "diaodu: 这个 Java（或 DIAODU_JVM 的参数）不能保存已载入的类，每次启动慢约五秒" >&2
    return
  fi
  echo "diaodu: 这次运行结束时要保存已载入的类，多用十几秒；以后每次启动快约五秒" >&2
  # Before Java 24 classes of a jar whose name is written otherwise in a URL are not found in the archive (JDK-8339460).
  if [ "$version" -lt 24 ] && [[ $home =~ [^A-Za-z0-9._/-] ]]; then
    echo "diaodu: 路径“$home”里有空格或中文，Java $version 只能用上其中一小部分：换到没有空格和中文的路径，或用 Java 24 以上，启动才快" >&2
  fi
  # Each process has its own; which of two is taken does not matter.
  jvm+=("-XX:ArchiveClassesAtExit=$folder/$name.$$" "$quiet")
}

# An archive is code: it counts where it is this user's own, or lies with the program, which is trusted already.
trusted() {
  [ -f "$1" ] && { [ -O "$1" ] || [ "$1" = "$shared_archives/$name" ]; }
}

# The name of the archive that fits: this Java, and the class path with names, sizes and times. Of our own jar the content, too: its time
# is the same in every build that is packed for installation.
class_archive_name() {
  local java_home jars sum
  java_home=$(dirname "$(dirname "$(readlink -f "$(command -v "$java")")")")
  IFS=: read -r -a jars <<<"$classpath"
  sum=$({
    echo "$about_java"
    cksum <"$jar"
    sizes_and_times "${jars[@]}" "$java_home/lib/modules" "$java_home/lib/server/classes.jsa"
  } | cksum)
  echo "classes-${sum// /-}.jsa"
}

sizes_and_times() {
  if stat -c %Y / >/dev/null 2>&1; then
    stat -L -c '%n %s %Y' "$@" 2>/dev/null || true
  else
    stat -L -f '%N %z %m' "$@" 2>/dev/null || true # BSD
  fi
}

# The user's own folder for archives; nothing for an account without a home.
own_archives() {
  if [ -n "${DIAODU_CACHE:-}" ]; then
    echo "$DIAODU_CACHE"
  elif [ -n "${XDG_CACHE_HOME:-${HOME:-}}" ]; then
    echo "${XDG_CACHE_HOME:-$HOME/.cache}/diaodu"
  fi
}

# Where this user saves one: as told, else in a checkout beside the jar, else in the user's own folder. Nothing where none can be written.
archives_to_write() {
  local folder
  folder=$(own_archives)
  if [ -z "${DIAODU_CACHE:-}" ] && [ -f "$home/pom.xml" ] && [ -w "$shared_archives" ]; then
    folder=$shared_archives
  fi
  if [ -n "$folder" ] && mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ]; then
    echo "$folder"
  fi
}

# What nights have saved in folder $1 since, taken into use as $2 once Java has verified its checksums: a night that was killed while it
# saved leaves a file that is not whole.
take_saved_archives() {
  local folder=$1 name=$2 saved
  for saved in "$folder/$name".*; do
    [ -f "$saved" ] && [ -O "$saved" ] && [ -w "$folder" ] || continue
    if [ "$(wc -c <"$saved")" -ge "$LEAST_ARCHIVE" ] && archive_fits "$saved" -XX:+VerifySharedSpaces; then
      # Gone where another start was quicker.
      mv -f "$saved" "$folder/$name" 2>/dev/null || true
      forget_old_archives "$folder"
    elif ! kill -0 "${saved##*.}" 2>/dev/null; then
      rm -f "$saved"
    fi
  done
}

# A start marks the archive that it uses by its time.
forget_old_archives() {
  local folder=$1 old
  ls -t "$folder"/classes-*.jsa 2>/dev/null | tail -n +$((KEPT_ARCHIVES + 1)) | while IFS= read -r old; do
    rm -f "$old"
  done
  # What was never finished, nor taken.
  find "$folder" -name 'classes-*.jsa.*' -mtime +1 -delete
}

# For a night, which has the third of a second: is archive $1 taken by Java? One that is not is thrown away and saved anew, unless the
# flags of DIAODU_JVM are to blame.
archive_holds() {
  local archive=$1
  ! archive_fits "$archive" || return 0
  if [ -n "${DIAODU_JVM:-}" ] && without_own_flags archive_fits "$archive"; then
    echo "diaodu: DIAODU_JVM 的参数与保存的类不合，这次启动慢约五秒" >&2
    return 0
  fi
  rm -f "$archive" 2>/dev/null || true
  return 1
}

without_own_flags() {
  local jvm=("@$home/conf/jvm-default.options")
  "$@"
}

# Does Java start with archive $1, and further flags?
archive_fits() {
  local archive=$1
  shift
  "$java" "${jvm[@]}" "${options[@]}" -Xlog:disable -Xshare:on "-XX:SharedArchiveFile=$archive" "$@" -cp "$classpath" -version >/dev/null 2>&1
}
