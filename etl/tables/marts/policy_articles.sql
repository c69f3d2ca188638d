-- Articles that name a policy, each summed up over what it says there.
--
-- Where a coder set a label, the machine's rows of that article do not count and are not summed up;
-- a mention that is not about the policy is named and not summed up.
--
-- group_name: of the outlet
-- speakers: who holds something there
-- roles: of these
-- stance: those that are held there, or unjudged, or not about it
-- method: by which these were set
-- matched_words: the names of the policy as they stand there
-- is_copy: another article stands for its story
-- mentions: places in it that are about the policy; 0 where a coder says that it is not meant
-- searched: what a search looks in, in lower case: title, outlet, address, and of each mention the
--   voice, the name and the sentence
--
-- key: policy_id, article_id
-- by: article_id
-- order: policy_id, published_month desc, published_on desc
with told as (
    select
        *,
        about_policy
            and counts = bool_or(counts) over (partition by policy_id, article_id) as so_told
    from marts.mentions
)
select
    policy_id,
    article_id,
    any_value(title) as title,
    any_value(outlet) as outlet,
    any_value(group_name) as group_name,
    any_value(language) as language,
    any_value(url) as url,
    any_value(published) as published,
    any_value(published_on) as published_on,
    any_value(published_month) as published_month,
    any_value(published_precision) as published_precision,
    any_value(seen_at) as seen_at,
    told_once(list(holder) filter (so_told), '; ') as speakers,
    told_once(list(holder_role) filter (so_told), '; ') as roles,
    coalesce(
        told_once(list(stance) filter (so_told), '; '),
        if(bool_or(about_policy), 'unjudged', 'not about it')
    ) as stance,
    told_once(list(method) filter (so_told), '; ') as method,
    told_once(list(alias), '; ') as matched_words,
    count(*) filter (about_policy) as mentions,
    any_value(story_id) as story_id,
    any_value(story_id) <> article_id as is_copy,
    any_value(source_id) as source_id,
    any_value(source_path) as source_path,
    lower(concat_ws(
        chr(10),
        any_value(title),
        any_value(outlet),
        any_value(url),
        told_once(list(concat_ws(chr(10), holder, alias, sentence)), chr(10))
    )) as searched
from told
group by policy_id, article_id
