# What all three kinds of cluster have in common; read by the scripts beside it.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
jar=$home/lib/diaodu.jar
[ -f "$jar" ] || jar=$home/target/diaodu.jar
delta=io.delta:delta-spark_2.13:4.4.0
settings=(
  --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension
  --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog
  --conf spark.sql.session.timeZone=UTC
  --conf spark.databricks.delta.snapshotPartitions=4
  --driver-java-options "-Duser.timezone=UTC -Dfile.encoding=UTF-8 -Ddiaodu.home=$home -Dlog4j2.configurationFile=$home/conf/log4j2.properties"
)
# The landing folder and the region pack are read by the driver, which therefore runs here (client mode).
night=(
  --class org.diaodu.cli.Diaodu "$jar" nightly --master ""
  --region "${DIAODU_REGION:?the region pack, a folder or a name}"
  --landing "${DIAODU_LANDING:?where files arrive}"
  --warehouse "${DIAODU_WAREHOUSE:?a path or URL that all machines reach}"
  --out "${DIAODU_OUT:?folder for documents}"
)
