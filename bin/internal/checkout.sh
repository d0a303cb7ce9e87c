# What a checkout is made of, built where its sources changed; read by bin/diaodu.
jar=$home/target/diaodu.jar
log=$home/log
[ -w "$home" ] || log=log
shared_archives=$home/target

# $1 says what is built, $2 is its log, the rest is for Maven.
build() {
  local what=$1 told=$2
  shift 2
  command -v mvn >/dev/null || { echo "diaodu: 构建需要 Maven 3.8 或更高版本；不构建就运行，请用安装包" >&2; exit 2; }
  echo "diaodu: 正在构建$what（第一次要下载依赖，请稍候）……" >&2
  mkdir -p "$home/target"
  if ! mvn -B -ntp -f "$home/pom.xml" -Dquick "$@" >"$told" 2>&1; then
    tail -n 40 "$told" >&2
    echo "diaodu: 构建失败，全文见 $told" >&2
    exit 2
  fi
}

if [ ! -f "$jar" ] || [ ! -f "$home/target/spark.classpath" ] ||
   [ -n "$(find "$home/pom.xml" "$home/jobs/src/main" "$home/schemas" -newer "$jar" -print -quit)" ]; then
  build "" "$home/target/build.log" -Dmaven.test.skip=true package
  touch "$jar"
fi
libraries=$(tr ':' '\n' <"$home/target/spark.classpath" | grep -v '/spark-mllib_' | paste -sd:)
server_libraries=$(tr ':' '\n' <"$home/target/spark.classpath" | { grep '/spark-mllib_' || true; } | paste -sd:)

# The benchmark stands with the tests, so that neither it nor DuckDB is in the jar.
if [ "${1:-}" = bench ]; then
  shift
  build 测速程序 "$home/target/bench.log" test-compile dependency:build-classpath -DincludeScope=test \
    -Dmdep.outputFile="$home/target/bench.classpath"
  # Packed, since Java keeps no archive of classes that lie in folders.
  jar=
  for classes in test-classes classes; do
    packed=$home/target/bench-$classes.jar
    "${JAVA_HOME:+$JAVA_HOME/bin/}jar" --create --no-compress --file "$packed" -C "$home/target/$classes" .
    jar+=${jar:+:}$packed
  done
  libraries=$(tr ':' '\n' <"$home/target/bench.classpath" | grep -v '/spark-mllib_' | paste -sd:)
  main=org.diaodu.bench.BenchCommand
fi
