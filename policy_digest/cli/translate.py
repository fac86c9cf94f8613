"""``translate``: texts without English get one from the editor's engine, each answer written before the next call."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from policy_digest.cli.build import has_own_i18n, i18n_of, request_of
from policy_digest.cli.engine_settings import engine_of, spending_of, usage_problem
from policy_digest.cli.interrupts import undisturbed
from policy_digest.cli.saving import Saving, take_unsaved
from policy_digest.cli.talk import Talk
from policy_digest.engines import (
    Batch,
    LackingError,
    Spending,
    SpentError,
    StoppedError,
    Translated,
    ask_all,
    batches_of,
    prompt_of,
)
from policy_digest.errors import Fault, FaultsError
from policy_digest.model import Answer, BilingualDigest, Origin
from policy_digest.pipeline import Gathered, gather, load_lexicon
from policy_digest.publish import hold
from policy_digest.read import objections
from policy_digest.translate import briefs_of, pending_messages, subject_of

_DONE, _FAULTS, _USAGE, _STOPPED = 0, 1, 2, 130
_SHOWN = 30


def run_translate(options: argparse.Namespace, talk: Talk) -> int:
    """Ask the engine for what lacks, and write its answers; ``--dry-run`` prints what would be asked.

    Returns 0 where all is done or the budget used up, 1 where something was left out or the engine failed, 2 for wrong
    usage, 130 where it was stopped. Raises FaultsError for a slug that no article has, and for translations that are
    not those of the articles.
    """
    if problem := usage_problem(options):
        talk.problem(problem)
        return _USAGE
    if not has_own_i18n(options):
        found = "translations of other articles"
        raise FaultsError([Fault(str(i18n_of(options)), 0, found, "--i18n with a folder for those of the articles")])
    try:
        return _print_prompts(options, talk) if options.dry_run else _translate(options, talk)
    except LackingError as error:
        talk.problem(str(error))
        return _USAGE
    except StoppedError as error:
        talk.problem(str(error))
        return _FAULTS


@dataclass(slots=True)
class _Run:
    """A run under way: where answers go, and what became of the texts so far."""

    i18n: Path
    model: str
    saving: Saving
    total: int
    talk: Talk
    answered: int = 0
    withheld: int = 0
    refused: list[str] = field(default_factory=list)

    def keep(self, batch: Batch, translated: Translated) -> None:
        """Write the answers of a batch into its article's catalogue as it stands now: what an editor saved is kept.

        Neither Ctrl-C nor a polite kill cuts in.
        """
        with undisturbed():
            self._write(batch.subject.slug, batch, translated)
        self.progress()

    def _write(self, slug: str, batch: Batch, translated: Translated) -> None:
        told = ((brief, translated.texts[brief.id]) for brief in batch.briefs)
        answers = tuple(
            Answer(brief, english, "; ".join(objections(brief.zh, english, is_draft=True))) for brief, english in told
        )
        origin = Origin(self.model, date.today().isoformat(), translated.prompt)
        self.saving.save(slug, answers, origin)
        self.answered += len(answers)
        for answer in answers:
            self._tell_wrong(slug, answer)

    def refuse(self, batch: Batch, reason: str, is_asked_again: bool) -> None:
        """Say that an answer could not be used, and count the texts that are left without one."""
        if is_asked_again:
            self.talk.say(f"{batch.subject.slug}: {reason}; asking again")
            return
        for brief in batch.briefs:
            self.refused.append(brief.id)
            self.talk.problem(f"{batch.subject.slug}: left without English: {_short(brief.zh)} ({reason})")

    def progress(self) -> None:
        """Show how many texts have been dealt with."""
        self.talk.progress("translate", self.answered + len(self.refused), self.total)

    def _tell_wrong(self, slug: str, answer: Answer) -> None:
        if answer.wrong:
            self.withheld += 1
            self.talk.say(f"{slug}: not shown until it is corrected: {_short(answer.brief.zh)} ({answer.wrong})")


def _translate(options: argparse.Namespace, talk: Talk) -> int:
    spending = spending_of(options)
    engine = engine_of(options, spending, talk)
    i18n = i18n_of(options)
    with hold(i18n / "en"):
        take_unsaved(i18n, talk)
        gathered = gather(request_of(options), talk.progress)
        digests = _asked_for(options, gathered)
        batches = _batches(options, gathered, digests)
        saving = Saving(i18n, digests, talk)
        run = _Run(i18n, engine.model, saving, sum(len(batch.briefs) for batch in batches), talk)
        run.progress()
        code = _DONE
        try:
            ask_all(batches, engine, run.keep, run.refuse)
        except SpentError as error:
            talk.problem(str(error))
        except StoppedError as error:
            talk.problem(str(error))
            code = _FAULTS
        except KeyboardInterrupt:
            talk.problem("stopped; a call under way is given up, all answers are kept")
            code = _STOPPED
        finally:
            with undisturbed():
                is_saved = saving.conclude()
            _conclude(run, spending, talk)
    if gathered.faults:
        talk.faults(gathered.faults)
    return code or int(bool(run.refused or gathered.faults or not is_saved))


def _asked_for(options: argparse.Namespace, gathered: Gathered) -> dict[str, BilingualDigest]:
    """The articles to translate by slug. Raises FaultsError for a slug that there is none of."""
    digests = {bilingual.slug: bilingual for bilingual in gathered.collection.digests}
    if unknown := [slug for slug in options.slugs if slug not in digests]:
        known = ", ".join(sorted(digests))
        faults = [Fault(str(options.seeds), 0, f"no article '{slug}'", f"one of {known}") for slug in unknown]
        raise FaultsError([*faults, *gathered.faults])
    return {slug: digests[slug] for slug in options.slugs or sorted(digests)}


def _batches(options: argparse.Namespace, gathered: Gathered, digests: dict[str, BilingualDigest]) -> Sequence[Batch]:
    lexicon = load_lexicon()
    found: list[Batch] = []
    for slug, bilingual in digests.items():
        briefs = briefs_of(bilingual, lexicon, pending_messages(bilingual, gathered.catalogues[slug]))
        found += batches_of(subject_of(bilingual), briefs, options.batch)
    return found


def _print_prompts(options: argparse.Namespace, talk: Talk) -> int:
    """Print each call that would be made, and say how many there are and what they may cost at most."""
    gathered = gather(request_of(options), talk.progress)
    batches = _batches(options, gathered, _asked_for(options, gathered))
    spending = spending_of(options)
    for batch in batches:
        prompt = prompt_of(batch)
        spending.end(prompt.characters, options.max_tokens, is_told=False)
        told: dict[str, object] = {"slug": batch.subject.slug, "texts": [brief.source for brief in batch.briefs]}
        if options.engine == "llm":
            told |= {"prompt": prompt.hash, "messages": prompt.messages}
        print(json.dumps(told, ensure_ascii=False))
    texts = Counter[str]()
    for batch in batches:
        texts[batch.subject.slug] += len(batch.briefs)
    for slug, count in texts.items():
        talk.say(f"{slug}: {count} texts")
    _tell_estimate(options, spending, len(batches), talk)
    if gathered.faults:
        talk.faults(gathered.faults)
    return int(bool(gathered.faults))


def _tell_estimate(options: argparse.Namespace, spending: Spending, calls: int, talk: Talk) -> None:
    if options.engine == "mt":
        talk.say("nothing was asked; the model on this machine costs nothing")
        return
    words = f"nothing was asked; {calls} calls if all goes well, some {spending.asked} tokens asked or fewer"
    priced = f", cost at most {spending.cost:.4f}" if spending.cost else ""
    talk.say(words + priced + (f"; --max-calls is {options.max_calls}" if calls > options.max_calls else ""))


def _conclude(run: _Run, spending: Spending, talk: Talk) -> None:
    """Say what was done, what it cost, and what is left."""
    left = run.total - run.answered
    withheld = f", {run.withheld} of them not shown until corrected" if run.withheld else ""
    talk.say(f"{run.answered} of {run.total} texts have an English now{withheld}; {left} left")
    if spending.calls:
        talk.say(str(spending))
    if run.answered:
        talk.say("to review them: python build_digest.py status --only unreviewed")
    if run.withheld:
        talk.say(f"those not shown have '# note:' in {run.i18n / 'en'}")


def _short(zh: str) -> str:
    return zh if len(zh) <= _SHOWN else f"{zh[:_SHOWN]}…"
