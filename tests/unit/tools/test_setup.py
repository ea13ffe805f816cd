"""tools/setup.sh on machines that lack something, played by a few programs that say what such a machine would say."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

# Says it is Python 3.11; has the venv module where the file `venv-installed` lies beside it. A new .venv gets its copy.
PYTHON = """#!/bin/bash
here=$(dirname "$0")
case "$*" in
  *version_info*exit* | *sys.exit*) exit 0 ;;
  *"python%d"*) echo python3.11-venv ;;
  *ensurepip*) [ -e "$here/venv-installed" ] ;;
  *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && touch .venv/bin/has-pip ;;
  *"-m pip --version"*) [ -e "$here/has-pip" ] ;;
  *"-m pip install"*) echo "$*" >> pip.log ;;
  *) exit 9 ;;
esac
"""
OLD_PYTHON = "#!/bin/bash\nexit 1\n"
APT = '#!/bin/bash\necho "$*" >> apt.log\n[ "$1" != install ] || touch "$(dirname "$0")/venv-installed"\n'


@pytest.fixture
def machine(tmp_path: Path, root: Path) -> Path:
    """A checkout with setup.sh, and a folder `bin` that is all of its PATH."""
    (tmp_path / "tools").mkdir()
    shutil.copy(root / "tools" / "setup.sh", tmp_path / "tools")
    (tmp_path / "bin").mkdir()
    for name in ("bash", "dirname", "touch", "mkdir", "cp"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    program(tmp_path, "id", "#!/bin/bash\necho 0\n")
    return tmp_path


def program(machine: Path, name: str, text: str) -> None:
    path = machine / "bin" / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def setup(machine: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine / "bin"), "HOME": os.environ.get("HOME", "/")}
    command = [str(shutil.which("bash")), str(machine / "tools" / "setup.sh")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_with_the_venv_module_nothing_else_is_installed(machine: Path) -> None:
    program(machine, "python3", PYTHON)
    program(machine, "apt-get", APT)
    (machine / "bin" / "venv-installed").touch()
    done = setup(machine)
    assert done.returncode == 0, done.stderr
    assert not (machine / "apt.log").exists()
    assert "-e .[dev]" in (machine / "pip.log").read_text()
    assert (machine / ".venv" / ".installed").exists()


def test_root_gets_the_missing_venv_module_from_apt(machine: Path) -> None:
    program(machine, "python3", PYTHON)
    program(machine, "apt-get", APT)
    done = setup(machine)
    assert done.returncode == 0, done.stderr
    assert "install -y -qq python3.11-venv" in (machine / "apt.log").read_text()
    assert (machine / ".venv" / ".installed").exists()


def test_who_is_not_root_is_told_what_to_install(machine: Path) -> None:
    program(machine, "python3", PYTHON)
    program(machine, "apt-get", APT)
    program(machine, "id", "#!/bin/bash\necho 1000\n")
    done = setup(machine)
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr
    assert not (machine / ".venv").exists()


def test_without_apt_the_package_manager_is_named(machine: Path) -> None:
    program(machine, "python3", PYTHON)
    done = setup(machine)
    assert done.returncode == 1
    assert "package manager" in done.stderr


def test_an_old_python_is_refused_with_the_version_needed(machine: Path) -> None:
    program(machine, "python3", OLD_PYTHON)
    done = setup(machine)
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
