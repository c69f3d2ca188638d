"""Words that carry or turn a stance, by language: plain tables, nothing about any one policy.

Classes: `turn` takes the thing away (repeal, waive), `keep` leaves or puts it in force, `block`
acts against what follows it, `for` and `against` are attitudes, `good` and `bad` are evaluations,
`fear` speaks of what it warns of, `not` negates, `must` makes an act a wish, `open` leaves it open,
`act` puts forward or takes up without an opinion, `once` says that a view is past.
"""

from __future__ import annotations

import re
from functools import cache

_VERBS = {
    "turn": "repeal lift waive suspend scrap end drop abolish eliminate remove rescind revoke "
    "cancel "
    "weaken gut kill sunset dismantle undo void terminate defund axe ditch overturn nullify bypass "
    "circumvent loosen ease relax narrow halve slash strike erase exempt dilute shrink scuttle "
    "invalidate withdraw discard shelve jettison abandon pare junk bury sidestep hollow lapse "
    "expire "
    "soften trim freeze rewrite",
    "keep": "enforce extend uphold keep maintain preserve retain renew defend protect strengthen "
    "restore reinstate reimpose implement codify enact pass expand tighten save honour honor adopt "
    "apply reauthorize reauthorise entrench continue fund resume finalize toughen ratify stay "
    "remain "
    "stand survive revive respect leave",
    "block": "block bar stop prevent limit resist curb restrict halt thwart defeat filibuster veto "
    "delay kill sink stall derail foil",
    "for": "urge welcome support back praise demand seek want applaud hail favor favour "
    "endorse recommend ask implore plead press vow pledge cheer champion commend thank embrace "
    "hope "
    "prefer beg petition insist propose join",
    "against": "oppose condemn regret criticize criticise denounce reject deplore lament protest "
    "decry slam blast object resent assail attack deride dismiss rebuke bemoan fault",
    "fear": "warn fear worry caution",
    "good": "work help protect safeguard deter benefit succeed matter deserve earn secure shield "
    "strengthen",
    "bad": "hinder hurt harm burden fail punish discriminate cripple hamper obstruct undermine "
    "damage impede strangle choke stifle poison backfire hobble penalize penalise cost endanger "
    "jeopardize threaten betray bleed cheat reward isolate",
    "act": "introduce consider file schedule debate discuss review vote refer advance report sign",
}
_PHRASES = {
    "turn": "waiver|waivers|exemption|exemptions|exception|exceptions|exclusion|exclusions"
    "|carve-outs?"
    "|carveouts?|repeal of|removal of|suspension of|lifting of|rollback|sunset of|loopholes?"
    "|get(?:s|ting)? rid of|got rid of|rid of|do(?:es|ing|ne)? away with|did away with|phas(?:e"
    "|ed|ing)"
    " out|carv(?:e|ed|ing) out|roll(?:s|ed|ing)? back|cut(?:ting)? (?:back|off|out|down)"
    "|tear(?:ing)? (?:out|down)|tak(?:e|en|ing) (?:away|down)|took away|vot(?:e|ed) down|put to "
    "rest|wip(?:e|ed|ing)|swe(?:ep|pt) away|str(?:ike|uck|iking) down|strik(?:e|ing) out"
    "|wind(?:ing)? down|wound down|put an end to|an end to|off the books|let go of|set aside|sets "
    "aside"
    "|walk away from|let it lapse|tear up|torn up|throw out|thrown out|unlawful|unconstitutional"
    "|gone"
    "|opt(?:ed|ing)? out of|out of the way|free of|freed from|relief from",
    "keep": "in place|in force|on the books|alone|intact|stand by|stood by|put back|reopen|as "
    "written"
    "|in full|full force|enforcement of|extension of|renewal of|passage of|enactment of|kept|left "
    "alone"
    "|(?:it|that rule|that law|them) back|back on|bring back|brought back|hold(?:s|ing)? (?:the "
    "line|firm)|write .{1,12} into (?:law|statute)|make .{1,20} permanent",
    "block": "stand in the way of|stands in the way of|a hold on|lawsuit against|suit against"
    "|suing over|sued over|challenge to|hold on|amendments? to weaken|attempts? to|efforts? to"
    "|moves? to|bids? to|push to|campaign to|proposals? to|plans? to|rider that would",
    "for": "calls? (?:for|on)|called (?:for|on)|calling (?:for|on)|in favou?r of|time to|vot(?:e"
    "|ed|es|"
    "ing) (?:for|yes on|yes)|push(?:ed|es|ing)? (?:for|to)|threw (?:its|their|his|her) weight "
    "behind|"
    "aye|glad|grateful|proud|right to|good news|stands? behind|behind|reasons?(?= (?:not )?to\\b)"
    "|like to see|let's|please"
    r"|(?:full|her|his|their|my|our) (?:backing|support|vote)|cosponsor\w*|would like|pressing "
    r"(?:for|to)|lobb(?:y|ied|ying) (?:for|to)|thanks to|lucky to have|worth keeping|sign on to",
    "against": "against|vot(?:e|ed|es|ing) (?:no on|no|against|down)|opposition to|opponents? of"
    "|critics? of|wrong to|tired of|sick of|fed up with|enough of|had enough|no place for|troubled"
    "|alarmed|disappointed|outraged|dismayed|angry (?:about|over|at)|speaks? against|came out "
    "against",
    "good": "vital|essential|necessary|needed|effective|cornerstone|bedrock|lifeline|crucial|fair"
    "|just law"
    "|sensible|wise|sound|valuable|indispensable|the only thing|the one thing|backbone|safety net"
    "|success"
    "|the best|best thing|better off with|promise|common sense|reasonable|lawful|constitutional"
    "|worked"
    "|good (?:deal|idea|law|policy|bill|rule)|legitimate|saved|saves|keeps .{1,20} (?:open|honest"
    "|safe|alive|afloat)|worth|protection for|humane",
    "bad": "unjust|obsolete|outdated|unfair|harmful|relic|discriminatory|absurd|mistake|failure"
    "|disaster"
    "|burdensome|costly|unnecessary|useless|pointless|cruel|dangerous|wrong|broken"
    "|counterproductive"
    "|ineffective|wasteful|unworkable|obstacle|barrier|shackles?|straitjacket|giveaway|handout"
    "|scam|sham"
    "|injustice|anachronism|anachronistic|double standards?|biased|one-sided|red tape|dead weight"
    "|hostage"
    "|insult|nonsense|folly|farce|burden|nightmare|trap|excuse|overreach|power grab|gag order|"
    "subsid(?:y|ies)|outlived|no longer (?:serves|needed|necessary)|worse off|backward|illogical"
    "|humiliat\\w+"
    "|bad (?:deal|idea|law|policy|bill|rule)|needless|a tax on|loses?|lost|losing|surrender"
    "|betrayal|reckless|shame|shameful|catastroph\\w+|devastat\\w+",
    "not": "not|no|never|n't|cannot|can't|won't|wouldn't|don't|doesn't|didn't|isn't|shouldn't"
    "|without"
    "|hardly|nor|neither|refus(?:e|es|ed|ing) to|declin(?:e|es|ed|ing) to|rather than|instead of"
    "|nobody"
    "|no one|nothing|far from|anything but|reject(?:s|ed|ing)? (?:calls|the idea|claims|efforts)"
    "|barely",
    "must": "should|must|ought to|needs? to|has to|have to|had better|deserves?|it is time|it's "
    "time"
    "|high time|overdue|had to|is to|let|next step is|answer is|I would|I'd|we would|we'd|ready "
    "to|willing to",
    "open": "whether|could|might|may|if approved|questions? (?:about|over)|possible|possibly"
    "|under review",
    "once": "once|used to|formerly|years ago|at the time",
    "act": "introduction of|hearing on|markup of|markup on|steps? toward|steps? towards|talks "
    "(?:on|about)",
}
_RUSSIAN = {
    "turn": r"отмен\w+|упраздн\w+|снят\w+|снима\w+|снять|приостан\w+|исключен\w+|вейвер\w*|обойти"
    r"|обошёл"
    r"|заморо\w+|замораж\w+|аннулир\w+",
    "keep": r"сохран\w+|примен\w+|соблюд\w+|продлен\w+|продли\w+|восстанов\w+|вернуть|остави\w+"
    r"|усили\w+",
    "block": r"блокир\w+|заблокир\w+|запрет\w+|лиши\w+|ограничить возможност\w+",
    "for": r"призва\w+|призыва\w+|поддерж\w+|приветств\w+|требу\w+|потреб\w+|выступ\w+ за"
    r"|настаива\w+|прос\w+т",
    "against": r"осуди\w+|осужда\w+|критик\w+|против|возмущ\w+|сожале\w+|недоволь\w+|отверг\w+"
    r"|протест\w*",
    "good": r"важн\w+|необходим\w+|справедлив\w+ мер\w+|эффективн\w+|защища\w+",
    "bad": r"несправедлив\w+|устаре\w+|дискримин\w+|пережит\w+|меша\w+|препятств\w+|вред\w+"
    r"|ошибк\w+"
    r"|абсурд\w*|двойн\w+ стандарт\w*|анахронизм\w*|неравноправ\w+|атавизм\w*|позор\w*",
    "not": r"не|нет|никогда|без|отказ\w+",
    "must": r"должн\w+|следует|нужно|необходимо|пора",
    "act": r"внес\w+|предлож\w+|обсуд\w+|рассм\w+|подписа\w+",
}
_AZERBAIJANI = {
    "turn": r"ləğv\w*|aradan qaldır\w+|dayandır\w+|götürül\w+|dondur\w+",
    "keep": r"tətbiq\w*|saxla\w+|qüvvədə\w*|bərpa\w*|uzad\w+",
    "for": r"çağır\w+|dəstəklə\w+|alqışla\w+|tələb\w*|istəyir\w*",
    "against": r"qına\w+|tənqid\w*|əleyhinə|etiraz\w*|təəssüf\w*|pislə\w+",
    "bad": r"ədalətsiz\w*|köhnə\w*|maneə\w*|ayrı-seçkilik\w*|ikili standart\w*|zərər\w*|mane ol\w+",
    "not": r"deyil|yox|heç vaxt",
    "must": r"lazımdır|olmalıdır|gərək\w*|vaxtıdır",
    "act": r"təqdim\w*|müzakirə\w*|imzala\w+",
}
JUDGED = frozenset({"en", "ru", "az"})


@cache
def commands() -> frozenset[str]:
    """Return the verbs that, bare and first in a clause, ask for an act: "Repeal it"."""
    return frozenset(v for kind in ("turn", "keep", "block") for v in _VERBS[kind].split())


def forms(verb: str) -> list[str]:
    """Return the forms of a regular English verb, spelled by the usual rules."""
    stem = verb[:-1] if verb.endswith("e") else verb
    third = verb + ("es" if re.search(r"(?:s|sh|ch|x|z)$", verb) else "s")
    if re.search(r"[^aeiou]y$", verb):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    regular = [verb, third, stem + "ed", stem + "ing"]
    if re.search(r"^[^aeiou]*[aeiou][bdgmnpt]$", verb):
        regular += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return regular


@cache
def operators(language: str) -> re.Pattern[str]:
    """Return the pattern that finds the operators of a language; the group's name is the class."""
    tables = {"ru": _RUSSIAN, "az": _AZERBAIJANI}
    if language in tables:
        groups = [f"(?P<{name}>{words})" for name, words in tables[language].items()]
        return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)
    groups = [f"(?P<{name}_phrase>{words})" for name, words in _PHRASES.items()]
    for name, verbs in _VERBS.items():
        spelled = sorted({f for v in verbs.split() for f in forms(v)}, key=len, reverse=True)
        groups.append(f"(?P<{name}>{'|'.join(spelled)})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)|(?P<not_ending>n't)\b", re.IGNORECASE)
