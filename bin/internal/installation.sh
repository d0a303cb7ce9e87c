# What an installation is made of; read by bin/diaodu. Nothing in it is written to but by bin/prepare.
jar=$home/lib/diaodu.jar
# In the order of their names on every machine: the archive of classes holds for one order.
join_jars() {
  printf '%s\n' "$home/lib/$1"/*.jar | LC_ALL=C sort | paste -sd:
}
libraries=$(join_jars spark):$(join_jars other)
server_libraries=$(join_jars server)
log=log
shared_archives=$home/cache
