"""extract: an article and the lexicon in, a record out; no disk, no clock, no network."""
