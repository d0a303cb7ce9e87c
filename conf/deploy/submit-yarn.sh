#!/usr/bin/env bash
# A night on YARN. Not run where this was written: there was no such cluster.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
exec spark-submit --master yarn --deploy-mode client --num-executors "${1:-2}" --packages "$delta" "${settings[@]}" "${night[@]}"
