#!/bin/sh
# What a change request does to threat models, as Markdown short enough for a comment.
#   review.sh BASE OUT.md
# BASE is the commit that the change is compared with, such as origin/main. TRUSTLINE is how trustline is called
# ("trustline" when it is not set). Ends with 0, and without OUT.md where no model or template changed.
set -eu
base=$1
out=$2
: "${TRUSTLINE:=trustline}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What an earlier run left; /dev/stdout stays.
if [ -f "$out" ] && [ ! -L "$out" ]; then rm "$out"; fi
common=$(git merge-base "$base" HEAD)
git -c core.quotePath=false diff --name-status --no-renames --diff-filter=AMD "$common" HEAD -- '*.tm7' '*.tb7' > "$work/changed"
tab=$(printf '\t')
# Hosts refuse comments that are much longer, in bytes.
most=60000
size=0
left=0
: > "$work/out"
while IFS=$tab read -r status file; do
  # In a code span nobody is called (@team) and nothing is a link.
  name=\`$(printf '%s' "$file" | tr -d '\140')\`
  case $status in
    A) printf '## %s\n\nThis file is new.\n' "$name" ;;
    D) printf '## %s\n\nThis file was deleted.\n' "$name" ;;
    *)
      { git show "$common:$file" > "$work/before" && git show "HEAD:$file" > "$work/after" &&
        $TRUSTLINE diff "$work/before" "$work/after" --name "$file" --format comment; } ||
        printf '## %s\n\nThe two versions cannot be compared; see the log of the build.\n' "$name"
      ;;
  esac > "$work/one"
  echo >> "$work/one"
  size=$((size + $(wc -c < "$work/one")))
  if [ "$size" -gt "$most" ] && [ -s "$work/out" ]; then left=$((left + 1)); else cat "$work/one" >> "$work/out"; fi
done < "$work/changed"
if [ "$left" -gt 0 ]; then printf '… and %s more file%s\n' "$left" "$([ "$left" -eq 1 ] || echo s)" >> "$work/out"; fi
if [ -s "$work/out" ]; then cat "$work/out" > "$out"; fi
