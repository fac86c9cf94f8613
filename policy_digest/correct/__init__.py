"""The correct stage: what an editor states in a sidecar against what was read. Both values are kept, and why.

It works twice: ``correct_record`` between extract and digest, so that summaries and tables follow; ``correct_digest``
after digest, for bullets and gaps, which only that makes. ``finding`` finds what a correction addresses (``quotes``
finds words in the text), ``figures`` and ``added`` correct observations, ``records`` programmes and sections,
``digests`` bullets and gaps, ``values`` reads a corrected figure, ``edits`` tells what was done.
"""

from policy_digest.correct.digests import correct_digest
from policy_digest.correct.records import correct_record

__all__ = ["correct_digest", "correct_record"]
