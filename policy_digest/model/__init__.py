"""The values that pass from stage to stage: frozen, made once, never filled in later.

``Source`` (read) → ``Article`` (parse) → ``Record`` (extract) → ``Digest`` (digest) → ``BilingualDigest`` (translate)
→ ``Collection`` (collate) → ``Page`` (render). Offsets are code points into ``Source.text``, half open. Numbers are
``Decimal``. Periods are ISO 8601 (``2024``, ``2024-11``, ``2024-01/2024-11``; ``..`` is an open end, as in EDTF).
"""

from policy_digest.model.articles import (
    Article,
    Metadata,
    Paragraph,
    Section,
    Sentence,
    Stated,
)
from policy_digest.model.bilinguals import (
    ROLES,
    BilingualCoverage,
    BilingualDigest,
    BilingualItem,
    BilingualRow,
    BilingualSection,
    BilingualTerm,
    CoverageLine,
    NumberGroup,
    SourceMark,
    Status,
    TermStatus,
    Text,
    Translations,
)
from policy_digest.model.collections import (
    Collection,
    Page,
)
from policy_digest.model.digests import (
    Bullet,
    Coverage,
    Digest,
    Gap,
    Row,
    SectionDigest,
    SentenceUse,
)
from policy_digest.model.records import (
    Bound,
    Change,
    Commitment,
    Fate,
    Indicator,
    Kind,
    Nature,
    NumberUse,
    Observation,
    PeriodSource,
    Programme,
    Rank,
    Record,
)
from policy_digest.model.sources import (
    Sidecar,
    Source,
)
from policy_digest.model.wordings import (
    UNALTERED,
    Grade,
    Restoration,
    Wording,
)

__all__ = [
    "ROLES",
    "UNALTERED",
    "Article",
    "BilingualCoverage",
    "BilingualDigest",
    "BilingualItem",
    "BilingualRow",
    "BilingualSection",
    "BilingualTerm",
    "Bound",
    "Bullet",
    "Change",
    "Collection",
    "Commitment",
    "Coverage",
    "CoverageLine",
    "Digest",
    "Fate",
    "Gap",
    "Grade",
    "Indicator",
    "Kind",
    "Metadata",
    "Nature",
    "NumberGroup",
    "NumberUse",
    "Observation",
    "Page",
    "Paragraph",
    "PeriodSource",
    "Programme",
    "Rank",
    "Record",
    "Restoration",
    "Row",
    "Section",
    "SectionDigest",
    "Sentence",
    "SentenceUse",
    "Sidecar",
    "Source",
    "SourceMark",
    "Stated",
    "Status",
    "TermStatus",
    "Text",
    "Translations",
    "Wording",
]
