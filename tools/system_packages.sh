#!/bin/sh
# Install Debian packages that only a part of the work needs, where that may be done without asking.
#
#   tools/system_packages.sh required|optional PACKAGE...
#
# As root on Debian or Ubuntu they are installed. Elsewhere the one line to run is printed; then a
# missing required package stops the work, and a missing optional one leaves tests out.
set -eu

need=$1
shift

is_there() { # by its command where there is one: it may have come from elsewhere than Debian
    case $1 in
        poppler-utils) command -v pdftotext >/dev/null 2>&1 ;;
        libreoffice-writer-nogui) command -v soffice >/dev/null 2>&1 ;;
        libreoffice-calc-nogui) # soffice is there without it; where it came from elsewhere it is whole
            dpkg -s "$1" >/dev/null 2>&1 || { ! command -v dpkg && command -v soffice; } >/dev/null 2>&1 ;;
        *) command -v "$1" >/dev/null 2>&1 || dpkg -s "$1" >/dev/null 2>&1 ;;
    esac
}

missing=
for package in "$@"; do
    is_there "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install() {
    # shellcheck disable=SC2086  # one word a package
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
}

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
    printf '== installing%s\n' "$missing"
    # Lists of packages grow old: fetch new ones only when the present ones do not do.
    install 2>/dev/null || { apt-get update -qq && install; }
    exit 0
fi

printf '\nThis machine has no%s. On Debian or Ubuntu, run:\n    sudo apt-get install%s\n\n' "$missing" "$missing" >&2
[ "$need" = optional ] || exit 1
