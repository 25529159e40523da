#!/usr/bin/env bash
# One step of action.yml, in the folder of the checked-out repository: compares, comments, and fails where it should.
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)

git cat-file -e "$BASE^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$BASE"

options=(--path "$INPUT_PATH")
[ -z "${PLATFORM:-}" ] || options+=(--platform "$PLATFORM")
[ -z "${REGION:-}" ] || options+=(--region "$REGION")
[ -z "${REQUIREMENTS:-}" ] || options+=(--requirements "$REQUIREMENTS")

compare() { node "$here/dist/main.js" diff "$BASE" HEAD "${options[@]}" "$@"; }

compare --out json > "$folder/diff.json"
compare --out markdown > "$folder/diff.md"
cat "$folder/diff.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
node "$here/deploy/github-action/comment.mjs" "$folder/diff.json" "$folder/diff.md"
[ -z "${FAIL_ABOVE:-}" ] || compare --fail-above "$FAIL_ABOVE" > /dev/null
