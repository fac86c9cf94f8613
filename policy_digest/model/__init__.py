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
    BilingualDigest,
    BilingualEdit,
    BilingualItem,
    BilingualRow,
    BilingualSection,
    BilingualTerm,
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
)
from policy_digest.model.edits import (
    Action,
    Correction,
    Edit,
    Target,
)
from policy_digest.model.ledgers import (
    NO_LEDGER,
    Difference,
    Ledger,
    LedgerRow,
    Reason,
)
from policy_digest.model.records import (
    Bound,
    Change,
    Commitment,
    Indicator,
    Kind,
    Nature,
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

__all__ = [
    "NO_LEDGER",
    "ROLES",
    "Action",
    "Article",
    "BilingualDigest",
    "BilingualEdit",
    "BilingualItem",
    "BilingualRow",
    "BilingualSection",
    "BilingualTerm",
    "Bound",
    "Bullet",
    "Change",
    "Collection",
    "Commitment",
    "Correction",
    "Coverage",
    "Difference",
    "Digest",
    "Edit",
    "Gap",
    "Indicator",
    "Kind",
    "Ledger",
    "LedgerRow",
    "Metadata",
    "Nature",
    "Observation",
    "Page",
    "Paragraph",
    "PeriodSource",
    "Programme",
    "Rank",
    "Reason",
    "Record",
    "Row",
    "Section",
    "SectionDigest",
    "Sentence",
    "Sidecar",
    "Source",
    "SourceMark",
    "Stated",
    "Status",
    "Target",
    "TermStatus",
    "Text",
    "Translations",
]
