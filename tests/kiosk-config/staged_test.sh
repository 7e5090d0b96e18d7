#!/bin/bash
# staged_test.sh: installs kiosk-config below a temporary root and lets systemd's own tools read what lies there.
set -uo pipefail
config=$(cd "$(dirname "$0")/../../kiosk-config" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
units=$root/usr/lib/systemd/system
failures=0

# check SENTENCE COMMAND...: the command must end with 0 and say nothing.
check() {
    local sentence=$1 said
    shift
    if said=$("$@" 2>&1) && [ -z "$said" ]; then
        echo "ok      $sentence"
    else
        echo "FAILED  $sentence"
        [ -z "$said" ] || printf '        %s\n' "${said//$'\n'/$'\n'        }"
        failures=$((failures + 1))
    fi
}
not() { ! "$@"; }

# --- the list of what is installed

# What serves a checkout and is not put on a kiosk.
stays_here='^(README\.md|install|install-packages|installed\.txt|packages\.txt|try)$'
listed() { grep -v '^#' "$config/installed.txt" | cut -d' ' -f2 | sort; }
present() { (cd "$config" && find . ! -type d -printf '%P\n') | grep -vE "$stays_here" | sort; }
check "every file of kiosk-config is in its list, and every line of the list is a file" diff <(listed) <(present)
check "it installs" "$config/install" "$root"
check "it installs a second time" "$config/install" "$root"
staged() { (cd "$root" && find . ! -type d -printf '%P\n') | sort; }
check "what is installed is the list" diff <(listed) <(staged)
modes() { grep -v '^#' "$config/installed.txt" | grep -v '^link' | sed 's/^keep/0644/' | while read -r mode path; do
    [ "$mode" = "$(stat -c 0%a "$root/$path")" ] && cmp "$config/$path" "$root/$path" || echo "$path"
done; }
check "each has its mode and its bytes" modes
check "the autostart link leads to the unit" cmp "$units/graphical.target.wants/ikrar-kiosk.service" "$units/ikrar-kiosk.service"
echo "screen_mm = 344x194" >"$root/etc/ikrar/kiosk.conf"
check "it installs a third time" "$config/install" "$root"
check "and leaves a setting as it was found" grep -q 344x194 "$root/etc/ikrar/kiosk.conf"
check "the scripts pass shellcheck" shellcheck --severity=warning "$config/install" "$config/install-packages" "$config/try" "$0"

# --- the unit

# Debian's own units, and stand-ins for the two programs, so that all that the unit names can be found.
cp -Prn /lib/systemd/system/. "$units"
ln -s usr/lib "$root/lib"
mkdir -p "$root/usr/bin"
for program in cage ikrar-kiosk; do install -m 0755 /dev/null "$root/usr/bin/$program"; done
verify() { systemd-analyze verify --root="$root" ikrar-kiosk.service; }
# An unknown key alone leaves the exit code at 0: what is said counts too.
complains() { local said && said=$(verify 2>&1) && [ -z "$said" ]; }
check "systemd-analyze verify is silent about the unit" verify

unit=$units/ikrar-kiosk.service
cp "$unit" "$root/unit"
sed -i 's/^Restart=/Restarts=/' "$unit"
check "it is not silent about a key that systemd does not know" not complains
cp "$root/unit" "$unit"
mv "$root/usr/bin/cage" "$root/cage"
check "nor about a program that is missing" not complains
mv "$root/cage" "$root/usr/bin/cage"

programs() { sed -n 's/^ExecStart=//p' "$unit" | tr ' ' '\n' | grep '^/usr/bin/' | while read -r program; do
    [ -x "$root$program" ] || echo "$program"
done; }
check "each program of its command line is one that is installed" programs

# --- users, directories, journal

# Both tools tell what they do on standard error.
users_and_directories() {
    systemd-sysusers --root="$root" 2>"$root/said" || cat "$root/said"
    # Only root can give the directories away.
    systemd-tmpfiles --create --root="$root" "$root/usr/lib/tmpfiles.d/ikrar.conf" 2>"$root/said" || [ "$(id -u)" != 0 ] || cat "$root/said"
}
check "sysusers and tmpfiles accept their files" users_and_directories
check "it has no shell" grep -q '^ikrar:[^:]*:[0-9]*:[0-9]*:[^:]*:/var/lib/ikrar:/usr/sbin/nologin$' "$root/etc/passwd"
check "it has no password that could be typed" grep -q '^ikrar:!' "$root/etc/shadow"
service_user=$(sed -n 's/^User=//p' "$unit")
check "the unit runs as that user" grep -q "^$service_user:" "$root/etc/passwd"

for directory in var/lib/ikrar run/ikrar; do
    check "/$directory is for nobody else" test "$(stat -c %a "$root/$directory")" = 700
    if [ "$(id -u)" = 0 ]; then
        uid=$(sed -n 's/^ikrar:[^:]*:\([0-9]*\):.*/\1/p' "$root/etc/passwd")
        check "and belongs to the user" test "$(stat -c %u "$root/$directory")" = "$uid"
    fi
done
check "its credential is the one that the programs ask for" grep -q '^LoadCredentialEncrypted=ikrar-passphrase$' "$unit"
check "the mark of a failed device outlives a restart of the service" grep -q '^RuntimeDirectoryPreserve=yes$' "$unit"
check "the PAM service that it names is installed" test -f "$root/etc/pam.d/$(sed -n 's/^PAMName=//p' "$unit")"
unknown_journal_keys() { grep -v '^#' "$root/etc/systemd/journald.conf.d/ikrar.conf" | sed -n 's/=.*//p' | while read -r key; do
    grep -qE "^#?$key=" /etc/systemd/journald.conf || echo "$key"
done; }
check "journald knows each of its limits" unknown_journal_keys

[ "$failures" = 0 ] || echo "$failures failed"
[ "$failures" = 0 ]
