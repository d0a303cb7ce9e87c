#!/usr/bin/env bash
# A night on a standalone cluster: submit-standalone.sh spark://host:7077
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
exec spark-submit --master "${1:?spark://host:port}" --packages "$delta" "${settings[@]}" "${night[@]}"
