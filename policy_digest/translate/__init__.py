"""The translate stage: Digest → BilingualDigest.

Facts (figures, units, periods, places, ranks) are computed by grammar and tables; headings, names and sentences come
from gettext catalogues with their status; what nobody has translated says so. Nothing is guessed; no model is called.
"""

from policy_digest.translate.answers import pending_messages, with_answers
from policy_digest.translate.bilingual import translate
from policy_digest.translate.briefs import briefs_of, subject_of
from policy_digest.translate.messages import merged_messages, unreviewed_messages, untranslated_messages

__all__ = [
    "briefs_of",
    "merged_messages",
    "pending_messages",
    "subject_of",
    "translate",
    "unreviewed_messages",
    "untranslated_messages",
    "with_answers",
]
