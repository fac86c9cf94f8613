"""Finds a Chromium or Chrome for the browser tests, or installs one where that can be done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
HOW = """\
No browser: the tests in tests/browser are SKIPPED (search, keyboard, print, phone width, every link of the site).
To get them, install Chromium or Chrome, or run
    .venv/bin/python -m playwright install --with-deps chromium
or name a browser that you have:  make test CHROMIUM=/path/to/chromium"""
SECONDS = 600
FONT = "fonts-noto-cjk"


def is_usable(browser: Path) -> bool:
    """Whether ``browser`` starts at all: some systems have a placeholder that only tells how to install it."""
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def find() -> Path | None:
    """The browser that CHROMIUM or CHROME names, else one that is installed, else Playwright's own; or None."""
    for variable in ("CHROMIUM", "CHROME"):
        if named := os.environ.get(variable):
            path = Path(shutil.which(named) or named)
            if not is_usable(path):
                raise SystemExit(f"{variable}={named} is no browser that starts.")
            return path
    found = (shutil.which(name) or "" for name in NAMES)
    for candidate in (*found, *PLACES):
        if candidate and Path(candidate).exists() and is_usable(Path(candidate)):
            return Path(candidate)
    return playwrights_own()


def playwrights_own() -> Path | None:
    """The Chromium that ``playwright install`` put into its folder, if it did."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            path = Path(playwright.chromium.executable_path)
    except Error:
        return None
    return path if path.exists() and is_usable(path) else None


def is_debian() -> bool:
    """Debian itself: its ``chromium`` is a browser, where Ubuntu's is a placeholder."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def install() -> None:
    """Debian's package for root on Debian, else Playwright's browser; what goes wrong is told, not raised."""
    if not install_packages("chromium"):
        run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def install_packages(*names: str) -> bool:
    """Install packages of Debian where that can be done; whether it was."""
    if not (is_debian() and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return run(["apt-get", "-qq", "update"], quiet) and run(
        ["apt-get", "-qq", "-y", "--no-install-recommends", "install", *names], quiet
    )


def has_chinese_font() -> bool:
    """Whether a font with Chinese characters is there, as far as fontconfig tells."""
    try:
        listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return True
    return bool(listed.stdout.strip())


def run(command: list[str], environment: dict[str, str]) -> bool:
    """Run ``command`` with nothing to ask; says what it complained of where it fails."""
    print("Getting what the tests need:", " ".join(command), file=sys.stderr, flush=True)
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}", file=sys.stderr)
        return False
    if done.returncode:
        lines = done.stdout.splitlines()
        telling = [line for line in lines if line.startswith(("E:", "Error", "Failed"))] or lines
        print("  " + "\n  ".join(telling[:3]), file=sys.stderr)
    return done.returncode == 0


def find_or_install() -> Path | None:
    """The path of a Chromium or Chrome that starts; None where there is none and none could be had.

    A machine without a Chinese font gets one where that can be done: the pages are measured as their readers see them.
    """
    found = find()
    if found is None:
        install()
        found = find()
    if found and not has_chinese_font():
        install_packages(FONT)
    return found


if __name__ == "__main__":
    browser = find_or_install()
    print(f"Browser: {browser}" if browser else HOW)
