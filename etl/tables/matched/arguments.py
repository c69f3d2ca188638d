"""One row a sentence, near where a policy is named, that uses an argument of its policy file.

wording: the words of the policy file that the sentence was known by
denied: a word of denial stands in these words or just before them: it may speak against it
argument: its name, by the policy file or else by its id
side: keeps or drops: whose argument it is by the policy file, whoever uses it here
says: the argument, in a sentence of the policy file
mention_id: the mention in whose passage it stands, the nearest; a coder's label where the
  headline of an article without text is all that is kept

key: policy_id, article_id, argument_id, sentence
by: article_id
check: side in ('keeps', 'drops')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.records import Policy
from etl.text.arguments import argument_of, arguments_in

READS = {
    "mentions": """
        select mention_id, article_id, policy_id, sentence, passage
        from matched.mentions
        order by policy_id, article_id, mention_id
    """,
    "headlines": """
        select labels.label_id as mention_id, labels.article_id, labels.policy_id, articles.title
        from staged.labels as labels
        join staged.articles as articles using (article_id)
        where articles.title is not null
        order by labels.policy_id, labels.article_id, labels.label_id
    """,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentUsed:
    """An argument that a sentence of an article uses."""

    policy_id: str
    article_id: str
    argument_id: str
    sentence: str
    mention_id: str
    wording: str
    denied: bool
    argument: str
    side: str
    says: str


ROW = ArgumentUsed
POLICIES_APART = True


def rows(
    mentions: Sequence[Mapping[str, Any]],
    headlines: Sequence[Mapping[str, Any]],
    policies: Sequence[Policy],
) -> list[ArgumentUsed]:
    """Return the arguments used in the passages of mentions and the headlines of labels."""
    by_id = {policy.policy_id: policy for policy in policies if policy.arguments}
    found: dict[tuple[str, str, str, str], ArgumentUsed] = {}
    for text, told in (("sentence", mentions), ("passage", mentions), ("title", headlines)):
        for place in told:
            if policy := by_id.get(place["policy_id"]):
                for used in _used(place, text, policy):
                    key = used.policy_id, used.article_id, used.argument_id, used.sentence
                    found.setdefault(key, used)
    return list(found.values())


def _used(place: Mapping[str, Any], text: str, policy: Policy) -> list[ArgumentUsed]:
    used = []
    for one in arguments_in(str(place[text]), policy):
        argument_id = one.argument_id
        known = argument_of(policy, argument_id)
        used.append(
            ArgumentUsed(
                policy_id=policy.policy_id,
                article_id=place["article_id"],
                argument_id=argument_id,
                sentence=one.sentence,
                mention_id=place["mention_id"],
                wording=one.wording,
                denied=one.denied,
                argument=known.name or argument_id.replace("-", " ").capitalize(),
                side=known.side,
                says=known.says,
            )
        )
    return used
