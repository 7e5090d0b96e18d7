#!/bin/bash
# try_test.sh: kiosk-config/try removes what it made and nothing else. It runs in a stand-in for the checkout whose
# installer fails, so that it ends as soon as OUT is made ready.
set -uo pipefail
try=$(cd "$(dirname "$0")/../../kiosk-config" && pwd)/try
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failures=0

check() {
    local sentence=$1
    shift
    if "$@"; then
        echo "ok      $sentence"
    else
        echo "FAILED  $sentence"
        failures=$((failures + 1))
    fi
}

mkdir -p "$root/checkout/kiosk-config"
cp "$try" "$root/checkout/kiosk-config/try"
printf '#!/bin/sh\nexit 77\n' >"$root/checkout/kiosk-config/install-packages"
chmod +x "$root/checkout/kiosk-config/install-packages"
# tried CODE ARGUMENT...: ends with this code, from another directory than the checkout.
tried() {
    local code=$1
    shift
    (cd "$root" && checkout/kiosk-config/try "$@" >/dev/null 2>&1)
    [ $? = "$code" ]
}

mkdir "$root/home"
echo letters >"$root/home/letters"
check "a directory that it did not make is refused" tried 2 "$root/home"
check "and left as it was" [ "$(ls -A "$root/home")" = letters ]
check "a file in its place is refused" tried 2 "$root/home/letters"
check "so is an option that it does not have" tried 2 --sise 1x1
check "a new directory is taken, below where it was called" tried 77 new
check "which is there" [ -d "$root/new" ]
mkdir "$root/empty"
check "an empty directory is taken" tried 77 "$root/empty"

mkdir -p "$root/new/data/log"
touch "$root/new/01-welcome.png" "$root/new/receipt.txt" "$root/new/policy" "$root/new/notes.txt" "$root/new/photo.png"
check "its own directory is taken again" tried 77 "$root/new"
check "what it made is gone and what others put there is not" \
    [ "$(cd "$root/new" && echo .[!.]* *)" = ".made-by-ikrar-try notes.txt photo.png" ]

[ "$failures" = 0 ] || exit 1
