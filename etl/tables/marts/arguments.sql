-- Arguments that recur: each sentence near a policy's name that uses one of its file's list.
--
-- That the words stand there does not say that the speaker agrees: an argument is also named to be
-- answered. Who holds what is in `mentions`.
--
-- argument: its name; argument_id is that of the policy file
-- side: keeps or drops: whose argument it is by the policy file, whoever uses it here
-- says: the argument, in a sentence of the policy file
-- sentence: verbatim; of an article without text, its headline
-- denied: a word of denial stands in it: it may speak against the argument; not counted
-- wording: the words of the policy file that it was known by
-- stance: what the nearest mention holds about keeping the policy; null is unjudged
-- holder: who holds it there; an outlet where nobody else speaks
--
-- key: policy_id, article_id, argument_id, sentence
-- by: article_id
-- order: policy_id, published_month desc, published_on desc
select
    arguments.policy_id,
    arguments.argument_id,
    arguments.argument,
    arguments.side,
    arguments.says,
    arguments.sentence,
    arguments.denied,
    arguments.wording,
    mentions.stance,
    mentions.holder,
    mentions.holder_role,
    mentions.holder_kind,
    mentions.outlet,
    mentions.group_name,
    mentions.language,
    mentions.title,
    mentions.published_on,
    mentions.published_month,
    mentions.published_precision,
    mentions.url,
    mentions.story_id,
    arguments.article_id,
    arguments.mention_id,
    mentions.source_id,
    mentions.source_path
from matched.arguments as arguments
join marts.mentions as mentions using (mention_id)
where mentions.about_policy
