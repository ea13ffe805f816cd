#!/usr/bin/env bash
# Makes .venv with kibaru (editable) and the development tools in it. `make setup` runs it once for each change of pyproject.toml.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf 'setup: %s\n' "$1" >&2
    exit 1
}

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2])' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

install_venv_package() {
    local sudo=() version
    command -v apt-get >/dev/null 2>&1 || fail "Python's venv module is missing: install it with your package manager, then run make again"
    if [ "$(id -u)" -ne 0 ]; then
        { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; } ||
            fail "Python's venv module is missing: run 'apt-get install python3-venv' as root, then run make again"
        sudo=(sudo -n)
    fi
    version=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    echo "setup: installing $version"
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" apt-get install -y -qq "$version" >/dev/null || "${sudo[@]}" apt-get install -y -qq python3-venv >/dev/null
}

python=$(find_python) || fail "Python 3.11 or newer is needed (set PYTHON=/path/to/python if it is not on the PATH)"
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    # Debian ships the venv module without ensurepip, so the only reliable question is whether ensurepip is there.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_venv_package "$python"
    "$python" -m venv --clear .venv
fi
echo "setup: installing kibaru and its tools into .venv"
.venv/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
touch .venv/.installed
echo "setup: done; the command is .venv/bin/kibaru"
