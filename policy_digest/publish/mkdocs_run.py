"""One MkDocs build in a process of its own: ``python -m policy_digest.publish.mkdocs_run CONFIG DOCS SITE``.

MkDocs' command line cannot be told the folder of pages, and its configuration can: this is `mkdocs build --strict` with
that one thing more. Relative paths in the configuration (the theme's folder) stay relative to it.
"""

import logging
import sys
from collections.abc import Sequence

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError


def main(arguments: Sequence[str]) -> int:
    """Build the pages of ``DOCS`` with the configuration ``CONFIG`` into ``SITE``; warnings and errors on stderr."""
    config_file, docs, site = arguments
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", stream=sys.stderr)
    try:
        config = load_config(config_file=config_file, docs_dir=docs, site_dir=site, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort as error:
        logging.error("%s", error)
        return 1
    except (BuildError, ConfigurationError, OSError) as error:
        logging.error("%s", " ".join(str(error).split()))
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
