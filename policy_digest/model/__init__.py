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
    BilingualDerived,
    BilingualDigest,
    BilingualItem,
    BilingualPerson,
    BilingualQuotation,
    BilingualRow,
    BilingualSection,
    BilingualSide,
    BilingualTension,
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
from policy_digest.model.findings import (
    Checked,
    Derived,
    DerivedKind,
    KnownWording,
    Listed,
    Quotation,
    Side,
    Tension,
    TensionKind,
)
from policy_digest.model.people import (
    Person,
    Standing,
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
    "ROLES",
    "Article",
    "BilingualDerived",
    "BilingualDigest",
    "BilingualItem",
    "BilingualPerson",
    "BilingualQuotation",
    "BilingualRow",
    "BilingualSection",
    "BilingualSide",
    "BilingualTension",
    "BilingualTerm",
    "Bound",
    "Bullet",
    "Change",
    "Checked",
    "Collection",
    "Commitment",
    "Coverage",
    "Derived",
    "DerivedKind",
    "Digest",
    "Gap",
    "Indicator",
    "Kind",
    "KnownWording",
    "Listed",
    "Metadata",
    "Nature",
    "Observation",
    "Page",
    "Paragraph",
    "PeriodSource",
    "Person",
    "Programme",
    "Quotation",
    "Rank",
    "Record",
    "Row",
    "Section",
    "SectionDigest",
    "Sentence",
    "Side",
    "Sidecar",
    "Source",
    "SourceMark",
    "Standing",
    "Stated",
    "Status",
    "Tension",
    "TensionKind",
    "TermStatus",
    "Text",
    "Translations",
]
