#!/bin/sh
# Remake requirements/*.txt: every package pinned, with the hashes of its files, for every platform.
# uv.lock and pylock.toml are not used because they record where each file was downloaded from.
set -eu
cd "$(dirname "$0")/.."

uv=.venv/bin/uv

compile() { # OUTPUT INPUT...
    out=$1
    shift
    # Without the header uv would write its own command line, with this machine's paths.
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links $upgrade --output-file "$out" "$@"
    {
        echo '# Made by "make lock". Do not edit: change pyproject.toml or requirements/*.in, and make it again.'
        cat "$out"
    } >"$out.new"
    mv "$out.new" "$out"
}

upgrade=--upgrade
[ "${1:-}" = keep ] && upgrade=

# The widest set first; the others follow its versions, so that any of them can be installed together.
compile requirements/dev.txt pyproject.toml requirements/dev.in requirements/setup.in
compile requirements/run.txt -c requirements/dev.txt pyproject.toml
compile requirements/setup.txt -c requirements/dev.txt requirements/setup.in
compile requirements/node.txt -c requirements/dev.txt requirements/node.in
compile requirements/spark.txt -c requirements/dev.txt --extra spark pyproject.toml
