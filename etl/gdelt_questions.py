"""What GDELT is asked for a policy: one question a language, in English and short enough."""

from __future__ import annotations

from etl.records import Policy
from etl.searches import Search, askable, names, questions

LONGEST_QUERY = 240  # characters, the language with it: some 250 are refused as too long
# GDELT searches its own English translation of what it reads in these languages.
_LANGUAGES = """
sq=albanian ar=arabic hy=armenian az=azerbaijani bn=bengali bs=bosnian bg=bulgarian ca=catalan
zh=chinese hr=croatian cs=czech da=danish nl=dutch en=english et=estonian fi=finnish fr=french
gl=galician ka=georgian de=german el=greek gu=gujarati he=hebrew hi=hindi hu=hungarian is=icelandic
id=indonesian it=italian ja=japanese kn=kannada kk=kazakh ko=korean lv=latvian lt=lithuanian
mk=macedonian ms=malay ml=malayalam mr=marathi mn=mongolian ne=nepali no=norwegian fa=persian
pl=polish pt=portuguese pa=punjabi ro=romanian ru=russian sr=serbian si=sinhalese sk=slovak
sl=slovenian so=somali es=spanish sw=swahili sv=swedish ta=tamil te=telugu th=thai bo=tibetan
tr=turkish uk=ukrainian ur=urdu vi=vietnamese
"""
LANGUAGES = {pair[:2]: pair[3:] for pair in _LANGUAGES.split()}


def searches(policy: Policy) -> list[Search]:
    """Return what is asked for a policy, for every language that its names are told in.

    The words are English whatever the language: what is searched is GDELT's translation.
    """
    strong, weak = names(policy, ["en"])
    context = askable(c for c in policy.context if c.isascii() and "'" not in c)
    found = []
    for language in dict.fromkeys(a.language for a in policy.aliases):
        if language in LANGUAGES:
            only = f" sourcelang:{LANGUAGES[language]}"
            asked = questions(strong, weak, context, LONGEST_QUERY - len(only))
            found += [Search(policy.policy_id, language, f"{query}{only}") for query in asked]
    return found
