#!/bin/sh
# What action.yml runs, with its inputs as FILES, POLICY, LEVEL and BASE. Writes trustline.sarif and trustline.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${TRUSTLINE:-}" ]; then
  # The action is a copy of this repository: the command is built from it once.
  main=$here/../../dist/cli/main.js
  [ -f "$main" ] || (cd "$here/../.." && npm ci --silent && npx vite build --ssr src/cli/main.ts --outDir dist/cli --logLevel error)
  TRUSTLINE="node $main"
fi
export TRUSTLINE
if [ -n "${BASE:-}" ]; then sh "$here/review.sh" "$BASE" trustline.md; fi
if [ -s trustline.md ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat trustline.md >> "$GITHUB_STEP_SUMMARY"; fi
# Patterns are trustline's, one a line: the shell takes neither them nor names apart.
patterns=${FILES:-**/*.tm7}
set --
while IFS= read -r pattern; do [ -z "$pattern" ] || set -- "$@" "$pattern"; done <<LINES
$patterns
LINES
if [ -n "${POLICY:-}" ]; then set -- "$@" --policy "$POLICY"; fi
# SARIF for the code host, whatever it says; then the same as text for the log, which decides.
$TRUSTLINE check "$@" --level "${LEVEL:-warning}" --format sarif -o trustline.sarif > /dev/null 2>&1 || true
$TRUSTLINE check "$@" --level "${LEVEL:-warning}"
