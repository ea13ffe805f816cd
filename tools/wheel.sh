#!/usr/bin/env bash
# Builds dist/kibaru-*.whl. The rooms where the time goes are compiled (hatch-mypyc), which needs a C compiler and Python's headers.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf 'wheel: %s\n' "$1" >&2
    exit 1
}

has_compiler() {
    command -v "${CC:-cc}" >/dev/null 2>&1 &&
        [ -f "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h" ]
}

install_compiler() {
    local sudo=() headers
    headers=$(.venv/bin/python -c 'import sys; print("python%d.%d-dev" % sys.version_info[:2])')
    command -v apt-get >/dev/null 2>&1 || fail "a C compiler and Python's headers are needed: install them, then run make again"
    if [ "$(id -u)" -ne 0 ]; then
        { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; } ||
            fail "run 'apt-get install gcc libc6-dev $headers' as root, then run make again"
        sudo=(sudo -n)
    fi
    echo "wheel: installing gcc and $headers"
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" apt-get install -y -qq gcc libc6-dev "$headers" >/dev/null
}

has_compiler || install_compiler
# Built from a copy, so that no compiled file is left beside the source that is being worked on.
tree=out/wheel/tree
rm -rf "$tree" dist
mkdir -p "$tree" dist
cp -R pyproject.toml README.md LICENSE NOTICE src "$tree/"
find "$tree" -name __pycache__ -prune -exec rm -rf {} +
echo "wheel: compiling; this takes some minutes"
# mypyc stops at every warning, and gcc sees uninitialised values where there are none.
CFLAGS="${CFLAGS:-} -Wno-maybe-uninitialized" HATCH_BUILD_HOOKS_ENABLE=1 .venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w dist "./$tree"
echo "wheel: $(ls dist/*.whl)"
