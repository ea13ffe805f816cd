"""`python -m kibaru` is the command `kibaru`."""

from kibaru.cli.main import run

if __name__ == "__main__":
    run()
