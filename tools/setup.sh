#!/bin/sh
# Set up what is missing on this machine.
#
#   tools/setup.sh run     the program, its command .venv/bin/prongsai and its fonts
#   tools/setup.sh dev     the same, and what tests and checks need
#
# A fresh machine needs Python >= 3.11, make and git. Packages come through pip's and npm's own
# configuration of the machine; nothing here names a place to download from. The Makefile calls
# this only when .venv/ready-* is older than a file that says what to install.
set -eu
cd "$(dirname "$0")/.."

level=${1:-run}
venv=.venv
python=$venv/bin/python
fonts=src/prongsai/data/fonts

say() { printf '== %s\n' "$*"; }
stop() {
    printf 'Stopped: %s\n' "$*" >&2
    exit 1
}

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    stop "Prongsai needs Python 3.11 or newer. Install it, or call: make PYTHON=/path/to/python"
}

make_venv() {
    # A broken-off call may have left a .venv that cannot install anything: then it is made again.
    "$python" -m pip --version >/dev/null 2>&1 && return
    found=$(find_python)
    if ! "$found" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian and Ubuntu cut these modules out of python3 into packages of their own.
        tools/system_packages.sh required python3-venv
    fi
    say "making $venv with $("$found" --version)"
    "$found" -m venv --clear "$venv"
}

# uv and npm do not read pip's configuration: hand over what a machine behind a mirror cannot do without.
pip_setting() {
    "$python" -m pip config list 2>/dev/null | sed -n "s/^[^=]*\.$1='\(.*\)'\$/\1/p" | tail -n 1
}

follow_pip_configuration() {
    "$python" -m pip --version >/dev/null 2>&1 || return 0
    index=$(pip_setting index-url)
    cert=$(pip_setting cert)
    proxy=$(pip_setting proxy)
    [ -z "$index" ] || [ -n "${UV_INDEX_URL:-}" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"
    [ -z "$cert" ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-$cert}" NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-$cert}"
    [ -z "$proxy" ] || export ALL_PROXY="${ALL_PROXY:-$proxy}"
}

has_node() {
    command -v npm >/dev/null 2>&1 &&
        node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' 2>/dev/null
}

has_java() {
    # "17.0.15", "21", or "1.8.0_402" for the Java that Spark no longer runs on
    major=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${major:-0}" -ge 17 ]
}

# The files to install, the whole list each time: uv removes what stands in none of them.
requirement_files() {
    echo requirements/setup.txt
    if [ "$level" = dev ]; then
        echo requirements/dev.txt
        [ ! -e "$venv/with-spark" ] || echo requirements/spark.txt
    else
        echo requirements/run.txt
    fi
    has_node || echo requirements/node.txt
}

choose_spark() {
    if [ "${PRONGSAI_SKIP_SPARK:-}" = 1 ]; then
        say "Spark left out, as PRONGSAI_SKIP_SPARK=1 asks: its tests will be skipped"
        rm -f "$venv/with-spark"
    elif has_java; then
        touch "$venv/with-spark"
    else
        say "Spark left out: no Java 17 or newer on this machine: its tests will be skipped"
        rm -f "$venv/with-spark"
    fi
}

install_packages() {
    if ! "$venv/bin/uv" --version >/dev/null 2>&1; then
        say "installing uv"
        "$python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/setup.txt
    fi
    follow_pip_configuration
    files=$(requirement_files | tr '\n' ' ')
    say "installing:" "$files"
    # No build isolation: a source package is built by the setuptools of setup.txt, whose hash is known.
    # shellcheck disable=SC2086  # one word a file
    "$venv/bin/uv" pip sync --quiet --python "$python" --require-hashes --no-build-isolation $files
    "$venv/bin/uv" pip install --quiet --python "$python" --no-deps --no-build-isolation --editable .
}

# What tests the pages is npm's too, but only the tests need it.
leave_out() {
    [ "$level" = dev ] || echo --omit=dev
}

install_fonts() {
    # Before the machine's PATH, so that npm's own scripts find this node where there is no other.
    has_node || PATH="$PWD/$venv/bin:$PATH"
    say "installing fonts with Node.js $(node --version)"
    # shellcheck disable=SC2046  # nothing, or one word
    npm ci $(leave_out) --ignore-scripts --no-audit --no-fund --loglevel=error
    tools/fonts.sh "$python" "$fonts"
    tools/looks.sh src/prongsai/web/static/vendor
}

compile_words() {
    for words in src/prongsai/locale/*/LC_MESSAGES/django.po; do
        "$venv/bin/pybabel" --quiet compile --input-file "$words" --output-file "${words%.po}.mo"
    done
}

make_venv
[ ! -e "$venv/ready-dev" ] || level=dev # what was set up for tests stays so
[ "$level" != dev ] || choose_spark
install_packages
install_fonts
compile_words
touch "$venv/ready-run"
[ "$level" != dev ] || touch "$venv/ready-dev"
say "ready: $venv/bin/prongsai"
