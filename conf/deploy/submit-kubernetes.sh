#!/usr/bin/env bash
# A night on Kubernetes: submit-kubernetes.sh https://host:6443 IMAGE, where the image has Spark 4.2.0 for Scala 2.13.
# Not run where this was written: there was no such cluster.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
exec spark-submit --master "k8s://${1:?https://host:port}" --deploy-mode client --packages "$delta" \
  --conf spark.kubernetes.container.image="${2:?image}" "${settings[@]}" "${night[@]}"
