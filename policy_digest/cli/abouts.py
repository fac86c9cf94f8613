"""What the help says of the program and of each command."""

ABOUT = """\
Turn long Chinese local-government reports into a searchable site in Chinese and English, with every figure
one click from the sentence it came from. Articles go into seeds/, one file each; nothing is invented."""

EPILOG = """\
examples:
  python build_digest.py                           build the site from seeds/ into site/
  python build_digest.py serve                     build, look at it on this machine, rebuild on every change
  python build_digest.py check                     say everything that is wrong, write nothing
  python build_digest.py extract seeds/*.txt       one JSON record per file, on stdout
  python build_digest.py explain '税收增长5%。'     why each number was read or rejected, rule by rule
  python build_digest.py new ~/report.txt          adopt an article: copy it to seeds/, propose its sidecar
  python build_digest.py record                    note the values and addresses as published
  python build_digest.py status                    list what awaits an editor, with file and line
  python build_digest.py translate --dry-run       what a model would be asked for texts without English
  python build_digest.py build --seeds drafts --docs /tmp/docs --site /tmp/site

Each command has more: python build_digest.py build --help

exit codes:
  0 done   1 your files are at fault (each fault is printed as `path:line: found …, expected …`)   2 wrong usage
  70 a bug in this program   130 stopped   141 nobody reads the output any more

Data goes to stdout, everything else to stderr."""

BUILD = """\
Read seeds/, write the generated pages of docs/zh and docs/en, run MkDocs (always --strict) and Pagefind for both
languages in a folder aside, and put the result in place of site/ in one step. Until then, and whenever
anything is wrong, the last good site stays as it is. Slugs of new articles are added to seeds/slugs.tsv, and their
sentences to i18n/en/<slug>.po for translation; commit both."""

EXTRACT = """\
Print one JSON record per file (JSON Lines), in the order given: sections, sentences, figures, programmes,
commitments, gaps. Reads `<stem>.yml` beside each file and writes nothing. A file that cannot be read is told on
stderr, the others are still printed, and the exit code is 1."""

EXPLAIN = """\
List every number of an article, or of a text given in quotation marks, in the order of the text: what read it as a
figure, step by step; or what rejected it; or that nothing read it. Each rule is named by its table in
policy_digest/data and its id there, so that a wrong rule can be told from a missing one. The argument is a file where
there is one of that name, or where it ends in .txt or .md; reads `<stem>.yml` beside it and writes nothing."""

EXPLAIN_EPILOG = """\
A figure is told by number (digits and power of ten), unit, bound, change, rank, nature, period, name and place.
Numbers in headings and captions are listed too, where extract reads no figures. The last line counts them all."""

CHECK = """\
Validate the articles, their sidecars (`<stem>.yml`), seeds/slugs.tsv, the lexicon and the translations, and go through
every stage short of writing. All faults are reported at once; nothing is written."""

SERVE = """\
Build the site, serve both languages on this machine only, and rebuild whenever an article, a sidecar, a translation,
a hand-written page or the lexicon changes. A change with a fault is told, and the last good site stays. Ctrl-C ends."""

RECORD = """\
Note the values of all observations in seeds/published.tsv, as they are published from now on. The page corrections/
of the site tells what differs from them: what an editor corrected, what the source or the program's reading changed.
The addresses of all pages and figures go into seeds/addresses.tsv, from which none is taken out: where one of them has
nothing any more, the site leads on to where its matter is. A build only reads the two files; commit both. Nothing is
written while anything is wrong."""

NEW = """\
Adopt an article: copy FILE byte for byte to seeds/ under its name, and write a sidecar beside it in which all is
commented out: what was read of the article (title, place, period and more, each with its basis and line), and what
could not be read, to be filled in. What is missing and how many figures were read is told on stderr. Nothing is
overwritten: a file of that name, or the same bytes under another, are faults. A FILE that lies in seeds/ already gets
its sidecar only."""

STATUS = """\
List what awaits an editor, article by article: the counts of each kind, then a line for each with its file and line, on
stdout; translations with their line in the PO file, where they have one. Nothing of it is a fault, and nothing is
written; the exit code is 1 where an article could not be read."""

TRANSLATE = """\
Give the texts that have no English one from a model, and write it into i18n/en/<slug>.po, marked fuzzy, with the
model's name, the date and a hash of what was asked: pages say "machine translation, not reviewed". Entries that hold
anything are never touched. Each answer is written before the next call, so that a run that ends early, however it ends,
is taken up by the next one and nothing is paid for twice. An English with other figures than its Chinese is written
with a note of what is wrong, and no page shows it.

--engine llm asks any OpenAI-compatible endpoint, hosted or local (llama-server, Ollama). --engine mt uses Mozilla's
translation model on this machine, which is fetched at first use; it is untested with the model itself."""

TRANSLATE_EPILOG = """\
environment:
  OPENAI_API_KEY        the key; none for a local server. It is read from here alone, and never printed or written
  OPENAI_BASE_URL       the endpoint, as http://127.0.0.1:8080/v1 (https://api.openai.com/v1 where there is a key)
  OPENAI_MODEL          the model's name
  TRANSLATE_MAX_CALLS, TRANSLATE_MAX_COST, TRANSLATE_PRICE_IN, TRANSLATE_PRICE_OUT
                        as the options of these names
  HTTPS_PROXY, NO_PROXY the way out, for endpoints on other machines

--dry-run prints the first call for each batch. Where an answer cannot be used, its texts are asked for again in halves:
such a call has a part of the same, the reason of the refusal, and a hash of its own. No more of your files is sent.

exit codes:
  0 done, or the limit of calls or cost is reached   1 the endpoint or your files are at fault, or an answer could not
  be used   2 wrong usage, or a library is missing   130 stopped"""

WAITING = {
    "unread": "numbers that no rule understands",
    "unnamed": "figures whose name the catalogue does not know",
    "gap": "what the text does not say",
    "tension": "things said that do not go together",
    "restoration": "altered words whose restored form is only likely",
    "correction": "corrections in force",
    "withheld": "machine translations, or of an earlier wording, that fail the check, with the reason",
    "untranslated": "texts without English",
    "earlier": "texts whose English translates an earlier wording",
    "unreviewed": "texts whose English is a machine's, which nobody has read",
    "unsigned": "texts whose English is this project's, which no second reader has signed",
    "unmapped-name": "places that are romanised or have no English, and posts without English",
    "unmapped-term": "words of composed names that no table holds",
}
"""What may await an editor, in the order it is told."""
