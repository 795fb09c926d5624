"""Verbs of saying that the tagger takes for something else, and some that seem to report but do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from rules.reading.syntax.tokens import COMMON, FINITE, Token, is_mark
from rules.reading.syntax.words import ClauseWords

_SAID = frozenset({"said", "told"})
_NOUNS = frozenset({"NNS", "NNP", "NNPS"})
_NAME = frozenset({"DT", "NNP", "NNPS"})
_SUBJECT = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS"})


def is_noun_for_verb(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether a verb is tagged as a noun: "…,” the post read", "prosecutors allege he fled"."""
    if not tokens[i].tag.startswith("NN"):
        return False
    if _is_plural_for_verb(tokens, i, words) or _is_present_for_plural(tokens, i):
        return True
    if i + 2 >= len(tokens):
        return tokens[i].lower == "read" or _is_last_of_plural(tokens, i)
    return tokens[i + 1].tag == "TO" and not any(t.tag in FINITE for t in tokens if not t.quoted)


def _is_last_of_plural(tokens: Sequence[Token], i: int) -> bool:
    """Whether what several people do ends the sentence: "It costs a crown a day, bakers at the Lorn Mill | reckon."."""
    comma = next((k for k in range(i - 1, 0, -1) if tokens[k].text == ","), 0)
    source = tokens[comma + 1 : i]
    several = any(t.tag == "NNS" for t in source[:2]) and not any(t.tag in FINITE for t in source)
    base = tokens[i].text.islower() and tokens[i].tag != "NNS"
    return several and base and any(t.tag in FINITE for t in tokens[:comma])


def _is_present_for_plural(tokens: Sequence[Token], i: int) -> bool:
    """Whether one does what is tagged as several things: "a viral post | claims that he fled"."""
    before, owned = tokens[i - 1], i > 1 and tokens[i - 2].tag == "POS"
    single = before.tag == "NN" or before.lower == "times"
    one = i > 1 and tokens[i].tag == "NNS" and single and (tokens[0].tag == "DT" or owned)
    opens = i + 2 < len(tokens) and (tokens[i + 1].lower, tokens[i + 1].tag) == ("that", "IN")
    return one and opens and not any(t.tag in FINITE for t in tokens[:i])


def _is_plural_for_verb(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether several people do what is tagged as a noun: "experts at Lorn | caution that", "pals reckon he"."""
    before = tokens[:i]
    if tokens[i].tag != "NN" or i + 2 >= len(tokens) or not any(t.tag == "NNS" for t in before):
        return False
    shared = words.publishes | words.obtained
    before = [t for t in before if t.lower not in shared]  # "posts | shared on Facebook | claim that"
    after = tokens[i + 1]
    opens = after.lower in words.subjects or (after.lower, after.tag) == ("that", "IN")
    verb = next((k for k, t in enumerate(tokens) if t.tag in FINITE), 0)
    verbless = after.tag == "DT" and (verb == 0 or tokens[verb - 1].tag == "CC")
    ends = before[-1].tag in _NOUNS or (opens and before[-1].tag == "JJ")
    return ends and (opens or verbless) and not any(t.tag in FINITE for t in before)


def is_verb_for_other(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether a noun or adjective is tagged as a verb: "despite claims that he fled", "…, leaked memo suggests"."""
    if i and (_is_led_by_preposition(tokens, i, words) or _names_in_aside(tokens, i, words)):
        return True
    ends = i > 0 and i + 3 == len(tokens) and tokens[i - 1].text == "," and tokens[i].tag in {"VBD", "VBN"}
    return ends and tokens[i + 1].tag in COMMON and tokens[i + 2].tag in FINITE


def _names_in_aside(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether a participle opens an aside on what it calls something: "the hotel, | labelled a ruin, burned down"."""
    if tokens[i].lower not in words.naming or tokens[i - 1].text != ",":
        return False
    if any(t.text == "," or t.tag in FINITE for t in tokens[: i - 1]):
        return False
    return any(t.text == "," and after.tag in FINITE for t, after in pairwise(tokens[i + 1 :]))


def _is_led_by_preposition(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether a preposition leads to it: "despite | claims", "drives off | alleged thief", but not "as agreed"."""
    before, after = tokens[i - 1], tokens[i + 1].tag[:2] if i + 1 < len(tokens) else ""
    if before.lower in words.prepositions:
        return True
    behind = before.tag == "IN" and before.lower not in words.clausal
    return behind and tokens[i].tag == "VBN" and after in {"NN", "JJ"}


def is_job_for_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether what somebody does is tagged as a verb: "…,” revealed barmaid Ana Dovik"."""
    named = i + 1 < len(tokens) and tokens[i + 1].tag == "NNP"
    return named and tokens[i].tag.startswith("VB") and tokens[i].lower == tokens[i].text


def _is_base_for_present(tokens: Sequence[Token], i: int) -> bool:
    """Whether a present tense is tagged as a base form: "Friends of hers reckon he fled", not "help police say"."""
    before = [t.tag for t in tokens[:i] if not t.quoted]
    nouns = bool(before) and before[-1] in {"NNS", "NNP", "NNPS", "NN", "CD", "JJ"}
    return tokens[i].tag == "VB" and nouns and not any(tag == "TO" or tag.startswith(("V", "MD")) for tag in before)


def _claims_to(tokens: Sequence[Token], k: int) -> bool:
    """Whether a post does what is tagged as several things: "a video shared on X | claims to show them"."""
    plain = tokens[k - 1].tag.startswith("NN") and (tokens[k + 1].tag, tokens[k + 2].tag) == ("TO", "VB")
    return plain and [t.tag for t in tokens[:k] if t.tag in FINITE] in ([], ["VBD"])  # "shared" may be taken for one


def retagged(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with "said" as a past tense behind a participle: "who asked not to be named | said it was shut".

    An acronym among small letters is a name: "told state broadcaster | ORTV | that it was shut".
    """
    at = {k: "VBD" for k in range(1, len(tokens) - 1) if tokens[k].lower in _SAID and _is_past(tokens, k)}
    at |= {k: "VBZ" for k in range(1, len(tokens) - 2) if tokens[k].lower == "claims" and _claims_to(tokens, k)}
    at |= {k: "NNP" for k in range(1, len(tokens) - 1) if tokens[k].tag in FINITE and _is_acronym(tokens, k)}
    return [msgspec.structs.replace(t, tag=at.get(k, t.tag)) for k, t in enumerate(tokens)] if at else tokens


def _is_acronym(tokens: Sequence[Token], k: int) -> bool:
    alone = tokens[k].text.isupper() and len(tokens[k].text) > 2
    stressed = tokens[k].lower.endswith(("s", "ed"))  # "the doctor DENIES it"
    return alone and not stressed and tokens[k - 1].text.islower() and not tokens[k + 1].text.isupper()


def _is_past(tokens: Sequence[Token], k: int) -> bool:
    return tokens[k].tag == tokens[k - 1].tag == "VBN" and tokens[k + 1].lower not in {"to", "by", "."}


def is_finite_mistagged(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether the tagger takes a finite verb for a participle or an infinitive."""
    return _is_participle_for_past(tokens, i, words) or _is_base_for_present(tokens, i) or dates_a_report(tokens, i)


def dates_a_report(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name and a time stand round a verb, be it tagged as a participle: "it sank, the Oar | reported in May".
    """
    if tokens[i].tag not in {"VBD", "VBN"} or i + 1 >= len(tokens) or tokens[i + 1].tag not in {"IN", "JJ"}:
        return False
    comma = max((k for k in range(i) if tokens[k].text == ","), default=i)
    named = 0 < comma < i - 1 and all(t.tag in _NAME for t in tokens[comma + 1 : i]) and tokens[i - 1].tag in _NOUNS
    told = any(t.tag in FINITE for t in tokens[:comma])
    return named and told and not any(t.tag in FINITE or t.text == "," for t in tokens[i + 1 :])


def _is_participle_for_past(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether a past tense is tagged as a participle: "Labour accused ministers", not "minister accused of fraud"."""
    object_follows = i + 1 < len(tokens) and tokens[i + 1].tag.startswith(("NN", "DT", "PRP", "JJ"))
    if tokens[i].tag != "VBN" or not (object_follows or (i + 1 < len(tokens) and is_mark(tokens[i + 1]))):
        return False
    verbs = [k for k, t in enumerate(tokens) if t.tag in FINITE and not t.quoted]
    if not verbs or _closes_aside(tokens, i):
        return True
    return _has_object(tokens, i, verbs[0], words) or _begins_beside(tokens, i, words)


def _begins_beside(tokens: Sequence[Token], i: int, words: ClauseWords) -> bool:
    """Whether it has a subject of its own behind "while": "…, while its rival | alleged “fraud”"."""
    opens = next((k for k in range(i - 1, -1, -1) if tokens[k].tag not in _SUBJECT), -1)
    return -1 < opens < i - 1 and tokens[opens].lower in words.beside and tokens[opens - 1].text == ","


def _has_object(tokens: Sequence[Token], i: int, verb: int, words: ClauseWords) -> bool:
    """Whether a pronoun that a comma follows is the object of a verb before any other: "an aide disputed | this, …"."""
    return verb > i + 2 and tokens[i + 1].lower in words.parting and tokens[i + 2].text == ","


def _closes_aside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause follows that needs what stands behind an aside: "Dovik, now a baker, | reckoned it was shut"."""
    if tokens[i - 1].text != "," or any(t.tag in FINITE for t in tokens[:i]):
        return False
    verb = next((k for k in range(i, len(tokens)) if tokens[k].tag in FINITE), i)
    return verb > i and not any(t.text == "," for t in tokens[i:verb])


def is_contact_clause(tokens: Sequence[Token], start: int, verb: int, words: ClauseWords) -> bool:
    """Whether a pronoun and the verb after it only describe a noun before them: "the target it pledged to reach"."""
    pronoun = tokens[verb - 1].tag == "PRP" and tokens[verb - 1].lower in words.subjects
    return pronoun and start < verb - 1 and tokens[verb - 2].tag.startswith(("NN", "CD"))
