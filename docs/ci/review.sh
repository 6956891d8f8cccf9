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
while IFS=$tab read -r status file; do
  case $status in
    A) printf '## %s\n\nThis file is new.\n' "$file" ;;
    D) printf '## %s\n\nThis file was deleted.\n' "$file" ;;
    *)
      git show "$common:$file" > "$work/before"
      git show "HEAD:$file" > "$work/after"
      $TRUSTLINE diff "$work/before" "$work/after" --name "$file" --format comment ||
        printf '## %s\n\nThe two versions cannot be compared; see the log of the build.\n' "$file"
      ;;
  esac
  echo
done < "$work/changed" > "$work/out"
if [ -s "$work/out" ]; then cat "$work/out" > "$out"; fi
