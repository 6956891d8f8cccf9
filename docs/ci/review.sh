#!/bin/sh
# What a change request does to threat models, as Markdown short enough for a comment.
#   review.sh BASE OUT.md
# BASE is the commit that the change is compared with, such as origin/main. TRUSTLINE is how trustline is called
# ("trustline" when it is not set). Ends with 0, and with an empty OUT.md where no model or template changed.
set -eu
base=$1
out=$2
: "${TRUSTLINE:=trustline}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$out"
common=$(git merge-base "$base" HEAD)
git -c core.quotePath=false diff --name-only --diff-filter=M "$common" HEAD -- '*.tm7' '*.tb7' > "$work/changed"
while IFS= read -r file; do
  git show "$common:$file" > "$work/before"
  git show "HEAD:$file" > "$work/after"
  $TRUSTLINE diff "$work/before" "$work/after" --name "$file" --format comment >> "$out" ||
    printf '## %s\n\nThe two versions cannot be compared; see the log of the build.\n' "$file" >> "$out"
  echo >> "$out"
done < "$work/changed"
