"""The answers of a run, put into the catalogues: at once where a file is whole, else beside it until it is."""

from dataclasses import dataclass, field
from pathlib import Path

from policy_digest.cli.talk import Talk
from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Answer, BilingualDigest, Origin
from policy_digest.pipeline import load_lexicon
from policy_digest.publish import keep_translations, keep_unsaved
from policy_digest.read import read_catalogue, read_unsaved, unsaved_path
from policy_digest.translate import merged_messages, with_answers, with_unsaved


@dataclass(slots=True)
class Saving:
    """What is to be written; ``waiting`` has the answers by slug whose catalogue is broken at the moment."""

    i18n: Path
    digests: dict[str, BilingualDigest]
    talk: Talk
    waiting: dict[str, list[tuple[tuple[Answer, ...], Origin]]] = field(default_factory=dict)
    told: set[Fault] = field(default_factory=set)

    def save(self, slug: str, answers: tuple[Answer, ...], origin: Origin) -> None:
        """Put answers into the article's catalogue as it stands now, and what waits into those that are whole again.

        A catalogue with a fault, as an editor may have saved it, is left untouched.
        """
        self.waiting.setdefault(slug, []).append((answers, origin))
        self.retry()

    def retry(self) -> None:
        """Try to write all that waits."""
        for slug in list(self.waiting):
            try:
                self._write(slug, read_catalogue(self.i18n, slug))
            except FaultsError as error:
                self._put_aside(slug, error)

    def _write(self, slug: str, existing: str | None) -> None:
        keep_translations(self.i18n, {slug: self._with_waiting(slug, existing)})
        del self.waiting[slug]
        keep_unsaved(unsaved_path(self.i18n, slug), None)

    def _put_aside(self, slug: str, error: FaultsError) -> None:
        """Keep what waits on disk, so that a run which is killed loses nothing either; tell a fault once."""
        keep_unsaved(unsaved_path(self.i18n, slug), self._with_waiting(slug, None))
        if new := set(error.faults) - self.told:
            self.told |= new
            self.talk.faults(new)
            self.talk.problem(f"{slug}: answers go to {unsaved_path(self.i18n, slug)} until this is mended")

    def _with_waiting(self, slug: str, existing: str | None) -> str:
        catalogue = merged_messages(self.digests[slug], existing, load_lexicon().terms)
        for answers, origin in self.waiting[slug]:
            catalogue = with_answers(catalogue, answers, origin)
        return catalogue

    def conclude(self) -> bool:
        """Try a last time; say how many answers are beside their catalogue. Returns whether all are in it."""
        self.retry()
        for slug, waiting in self.waiting.items():
            count, path = sum(len(answers) for answers, _ in waiting), unsaved_path(self.i18n, slug)
            self.talk.problem(f"{slug}: {count} answers are not in {slug}.po but in {path}; the next run takes them")
        return not self.waiting


def take_unsaved(i18n: Path, talk: Talk) -> None:
    """Put what earlier runs could not save into the catalogues. Raises FaultsError with all that are still broken."""
    faults = list[Fault]()
    for slug, unsaved in read_unsaved(i18n, faults).items():
        try:
            catalogue = with_unsaved(read_catalogue(i18n, slug), unsaved)
        except FaultsError as error:
            faults += error.faults
            continue
        keep_translations(i18n, {slug: catalogue})
        keep_unsaved(unsaved_path(i18n, slug), None)
        talk.say(f"{slug}: answers of an earlier run put into {i18n / 'en' / slug}.po")
    if faults:
        raise FaultsError(faults)
