"""Finds gettext's tools for the tests of PO files, or installs them where that can be done."""

import shutil

from tests.browser.ensure_browser import install_packages

TOOLS = ("msgattrib", "msgcat", "msgfilter", "msgfmt", "msgmerge")
HOW = """\
No gettext: the tests that put PO files through its tools are SKIPPED (msgfmt -c, msgmerge, msgattrib).
To get them, install it: apt-get install gettext, dnf install gettext, brew install gettext"""


def lacking() -> list[str]:
    """The tools that are not on the PATH."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def ensure() -> str:
    """Install gettext where it is lacking and can be had; returns what to tell."""
    if lacking():
        install_packages("gettext")
    return HOW if lacking() else f"gettext: {shutil.which('msgfmt')}"


if __name__ == "__main__":
    print(ensure())
