"""The command: turns the articles in ``seeds/`` into the site. ``python build_digest.py --help`` tells the rest."""

import sys


def run() -> int:
    """Run the command line and return its exit status; says what to install where a requirement is missing."""
    if sys.version_info < (3, 11):  # noqa: UP036 (a clone can be run by any Python)
        print("Policy Digest needs Python 3.11 or later.", file=sys.stderr)
        return 2
    try:
        from policy_digest.cli import main
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "policy_digest":
            raise
        print(f"Policy Digest lacks '{error.name}'. Install what it needs: make site", file=sys.stderr)
        print("or, without make: python -m pip install --require-hashes -r requirements.txt", file=sys.stderr)
        return 2
    return main()


if __name__ == "__main__":
    sys.exit(run())
