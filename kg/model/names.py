"""How an article and a paper are named: IRIs minted from what is printed of them.

The same article gives the same IRI on every machine: no path, clock or counter goes into one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

ARTICLES = "https://w3id.org/article-kg/article/"
PAPERS = "https://w3id.org/article-kg/paper/"
DOI_RESOLVER = "https://doi.org/"
PUBMED = "https://pubmed.ncbi.nlm.nih.gov/"

TITLE_WORDS = 8  # of an article's title in its IRI
PAPER_TITLE_WORDS = 5

# What RFC 3987 lets stand in the path of an IRI, "/" included; quote() adds letters and digits.
SAFE_IN_DOI = "-._~!$&'()*+,;=:@/"

GREEK_TO_LATIN = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
# Latin letters that Unicode does not take apart into a letter and a mark.
LATIN_TO_ASCII = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
                  "ł": "l", "ħ": "h", "ı": "i"}  # fmt: skip
TO_ASCII = str.maketrans(GREEK_TO_LATIN | LATIN_TO_ASCII)


def slug(text: str) -> str:
    """Return the words of `text` in lower-case ASCII joined by hyphens; "" where none is left.

    >>> slug("5α-Reductase & Parkinson’s disease")
    '5alpha-reductase-parkinsons-disease'
    """
    lowered = unicodedata.normalize("NFKC", text).lower().translate(TO_ASCII)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))


def article_iri(*, title: str | None, issued: str | None, name: str, text: str = "") -> str:
    """Name an article that has no identifier of its own: date and first words of its title, else
    the stem of its file's name, else (a name of no Latin letter) a hash of its text.
    """
    words = [s for word in (title or "").split() if (s := slug(word))][:TITLE_WORDS]
    stem = slug(re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name.replace("\\", "/").rpartition("/")[2]))
    parts = [p for p in (issued, *words) if p] if words else [stem or short_hash(text)]
    return ARTICLES + "-".join(parts)


def doi_iri(doi: str) -> str:
    """Name what a DOI denotes. DOIs compare without case; what no IRI may hold is encoded.

    >>> doi_iri("10.5555/(SICI)1<2::AID-X>3;2-K")
    'https://doi.org/10.5555/(sici)1%3C2::aid-x%3E3;2-k'
    """
    return DOI_RESOLVER + quote(doi.lower(), safe=SAFE_IN_DOI)


def pmid_iri(pmid: str) -> str:
    """Name what a PubMed identifier denotes."""
    return f"{PUBMED}{pmid}/"


def paper_iri(
    *,
    doi: str | None = None,
    pmid: str | None = None,
    author: str | None = None,
    year: str | None = None,
    title: str | None = None,
    text: str = "",
) -> str:
    """Name a paper: by DOI, else PMID, else first author, year and first words of the title;
    `text` (the reference as printed) tells papers apart of which none of these is known.
    """
    if doi:
        return doi_iri(doi)
    if pmid:
        return pmid_iri(pmid)
    words = [s for word in (title or "").split() if (s := slug(word))][:PAPER_TITLE_WORDS]
    parts = [p for p in (slug(author or ""), year, *words) if p]
    return PAPERS + ("-".join(parts) if words else short_hash(text or " ".join(parts)))


def surname(author: str) -> str:
    """Return the surname of a printed author; all of the name where it is an organisation's.

    >>> surname("van der Berg JP"), surname("Pinna, G."), surname("G. Pinna")
    ('van der Berg', 'Pinna', 'Pinna')
    """
    if "," in author:
        return author.split(",", maxsplit=1)[0]
    bare = re.sub(r"\s(?:Jr|Sr|II|III|IV)\.?\Z", "", author)
    bare = re.sub(r"\A(?:[^\W\d_]\.[ -]?)+", "", bare).strip()
    return re.sub(r"\s[^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])?\Z", "", bare)


def short_hash(text: str) -> str:
    """Return 16 hexadecimal digits that stand for `text`, white space counted as one blank."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]
