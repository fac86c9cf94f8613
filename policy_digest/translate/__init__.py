"""The translate stage: Digest → BilingualDigest.

Facts (figures, units, periods, places, ranks) are computed by grammar and tables; headings, names and sentences come
from gettext catalogues with their status; what nobody has translated says so. Nothing is guessed; no model is called.
"""

from policy_digest.translate.answers import pending_messages, with_answers, with_unsaved
from policy_digest.translate.bilingual import translate
from policy_digest.translate.briefs import briefs_of, subject_of
from policy_digest.translate.merging import merged_messages, parsed
from policy_digest.translate.messages import Message, messages_of, messages_with, shown_texts, untranslated_messages

__all__ = [
    "Message",
    "briefs_of",
    "merged_messages",
    "messages_of",
    "messages_with",
    "parsed",
    "pending_messages",
    "shown_texts",
    "subject_of",
    "translate",
    "untranslated_messages",
    "with_answers",
    "with_unsaved",
]
