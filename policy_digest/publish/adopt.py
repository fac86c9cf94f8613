"""Put an adopted article and its proposed sidecar among the seeds; nothing that is there is ever overwritten."""

from pathlib import Path

from policy_digest.publish.pages import write_file


def adopt(file: Path, article: Path, sidecar: Path, proposal: str) -> bool:
    """Copy ``file`` to ``article`` byte for byte, unless it is that file, and write ``sidecar``; True where it copied.

    Raises FileExistsError where either is there already, and leaves it as it is.
    """
    if sidecar.exists():
        raise FileExistsError(17, "is there already", str(sidecar))
    is_copied = not (article.exists() and article.samefile(file))
    if is_copied:
        data = file.read_bytes()
        with article.open("xb") as stream:
            stream.write(data)
    write_file(sidecar, proposal.encode("utf-8"))
    return is_copied
