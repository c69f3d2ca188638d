"""Verbs that say that somebody speaks or holds a view, by language, as one set of spelled forms.

English verbs are spelled by the usual rules; the gerunds stand apart, since they hang on the
subject of the main clause ("Smith rose, saying that …").
"""

from __future__ import annotations

import re
from functools import cache

from etl.text.speech.speech_idioms import IDIOMS
from etl.text.words import words

_REGULAR = words(
    "accuse acknowledge add admit advise agree allege announce answer applaud appeal argue ask",
    "assail assert assure back beg believe blame blast boast call caution celebrate challenge",
    "champion cheer claim comment commend complain concede conclude condemn confirm congratulate",
    "contend continue counter credit criticise criticize decide declare decline decry defend",
    "demand denounce deny deplore deride describe detail determine disagree dismiss dispute echo",
    "emphasise emphasize endorse estimate exclaim explain express extol fault favor favour fear",
    "find fume grumble hail highlight hope implore indicate insist interject joke judge lament",
    "laud lobby maintain marvel mention mock mourn note object observe oppose petition plead",
    "pledge point pray predict praise press proclaim profess promise propose protest question",
    "quip rail reason recall reckon recommend reflect regret reiterate reject rejoice remark",
    "remember remind reply report request respond retort reveal rule scoff scold shrug sigh",
    "signal slam snap sneer speculate state stress suggest summarise summarize support surmise",
    "suspect sympathise testify thank threaten tout tweet underline underscore urge utter venture",
    "voice volunteer vouch vow want warn welcome whisper wish wonder worry yell mutter bristle",
    "rank count convey spell outline muse post refuse brief doubt assess consider label brand",
    "inform laugh shout phone mail regard foresee quote cite counsel correct cable vent crow",
    "exult admit affirm cry thunder roar growl fume lash attack rebuke rebut concur chant side",
    "confide confess bemoan opine lambast lambaste excoriate castigate disparage pillory deem",
    "ridicule downplay belittle scorn demur extoll",
)
_DOUBLED = words("admit regret rebut concur recur refer permit prefer quip demur")  # "admitted"

_IRREGULAR = words(
    "said say says told tell tells wrote write writes thought think thinks held holds hold swore",
    "swear swears took takes put puts made makes saw sees spoke speaks speak knew knows felt",
    "feels feel shot went goes gave gives laid lays left stood stands stand came read reads",
    "recount recounts recounted written wept found finds chide chides chided",
    "figures figured pegs pegged guess guesses guessed mince hide push",
) | frozenset(IDIOMS)
# What a voice does for or against a policy without a word of speech.
_ACTS = words(
    "introduce sponsor cosponsor file offer table draft author unveil co-sponsor submit petition",
    "sue",
)
_ACTS_IRREGULAR = words("led leads threw throws")
# What a person does; of a chamber or a court it is no view.
OWN_ACTS = words("vetoed voted votes blocked moved sought seeks placed")


# Spelled as verbs and as nouns.
NOUNS_TOO = words(
    "report reports claim claims call calls demand demands charge charges answer answers appeal",
    "appeals request requests point points protest protests promise promises rule rules post",
    "posts label labels petition petitions question questions reason reasons hope hopes fear",
    "fears support supports pledge vow cheer blame credit doubt figure figures challenge",
    "challenges estimate estimates mention praise press forecast object objects thought wonder",
    "concern brief worry shrug signal signals brand slam recall back stress detail highlight",
    "dispute complaint state states want left saw felt put note notes ventures voice voices rail",
    "reply response warning finding guess guesses views terms hints push pushes pans rips ridicule",
    "scorn fires replies remarks cast casts sounds hit hits lights lines rallies rose hide hides",
)
# "drove to Richmond to speak against it"
PURPOSE = words(
    "say ask tell speak demand urge argue plead testify beg oppose warn protest complain",
)
# They may stand before their subject: "said Smith".
INVERT = words(
    "said says added adds wrote writes argued argues noted notes explained explains claimed",
    "claims observed remarked replied stated declared declares insisted insists concluded",
    "complained countered quipped joked recalled testified tweeted thundered conceded admitted",
    "exclaimed sighed suggested announced affirmed maintained contended objected reckons wonders",
    "grumbled regretted asks warns lamented mused muttered cried snapped responded warned",
    "cautioned predicted stressed acknowledged emphasized emphasised vowed confirmed opined",
)


def spelled(verb: str) -> list[str]:
    """Return third person, past and gerund of a regular English verb, and the verb itself.

    >>> spelled("deny"), spelled("shrug")
    (['deny', 'denies', 'denied', 'denying'], ['shrug', 'shrugs', 'shrugged', 'shrugging'])
    """
    if re.search(r"[^aeiou]y$", verb):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if re.search(r"(?:s|sh|ch|x|z)$", verb) else "s")
    stem = verb[:-1] if verb.endswith("e") else verb
    if re.search(r"^[^aeiou]*[aeiou][bdgmnpt]$", verb) or verb in _DOUBLED:
        stem += verb[-1]
    return [verb, third, stem + "ed", stem + "ing"]


@cache
def finite() -> frozenset[str]:
    """Return the forms that say, with a subject of their own, that somebody speaks."""
    regular = {form for verb in _REGULAR for form in spelled(verb)[:3]}
    return frozenset(regular) | _IRREGULAR


@cache
def bases() -> frozenset[str]:
    """Return the forms that only many can be the subject of: "officials say"."""
    irregular = {"say", "tell", "write", "think", "swear", "take", "make", "see", "speak", "know"}
    return frozenset(_REGULAR) | irregular | {"feel", "hold", "find"}


@cache
def acts() -> frozenset[str]:
    """Return the forms that tell of an act for or against a policy."""
    return frozenset(f for v in _ACTS for f in spelled(v)[1:3]) | _ACTS_IRREGULAR | OWN_ACTS


@cache
def gerunds() -> frozenset[str]:
    """Return the gerunds of speech: "saying", "arguing"."""
    irregular = {"saying", "telling", "writing"}
    return (frozenset(spelled(verb)[3] for verb in _REGULAR) | irregular) - {"ranking", "regarding"}
