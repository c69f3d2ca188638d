-- Items to check by hand: what could not be dated, judged or matched with confidence, and why.
--
-- Those in which a look helps most come first: a voice that counts in a figure before one that does
-- not, an undecided side before a neutral one, a missing day before a coarse one.
--
-- doubt: undated, coarsely dated, unjudged, close call, or unsure (a coder said so)
-- weight: how much a look helps, from 0 to 1
-- why: in words
--
-- key: policy_id, article_id, doubt
-- by: article_id
-- order: policy_id, weight desc
-- check: weight between 0 and 1
with dated as (
    select distinct
        policy_id,
        article_id,
        case published_precision when 'unknown' then 'undated' else 'coarsely dated' end as doubt,
        case published_precision when 'unknown' then 0.5 else 0.2 end as weight,
        case published_precision
            when 'unknown' then 'no day, month or year is told: it is in no figure over time'
            else 'only the ' || published_precision || ' is told'
        end as why
    from marts.mentions
    where published_precision <> 'day' and about_policy
),
unjudged as (
    select
        policy_id,
        article_id,
        'unjudged' as doubt,
        0.6 as weight,
        first('no stance was found: ' || coalesce(trace, 'no text of it is kept')
            order by mention_id) as why
    from marts.mentions
    where counts
    group by policy_id, article_id
    having count(stance) = 0
),
close_calls as (
    select
        policy_id,
        article_id,
        'close call' as doubt,
        max(1 - greatest(p_supports, p_opposes, p_neutral)) as weight,
        arg_max(
            'the machine gives ' || round(100 * greatest(p_supports, p_opposes, p_neutral))::int
                || ' % to ' || stance || ' for ' || holder,
            1 - greatest(p_supports, p_opposes, p_neutral)
        ) as why
    from marts.mentions
    where counts and stance is not null and greatest(p_supports, p_opposes, p_neutral) < 0.6
    group by policy_id, article_id
),
unsure as (
    select
        policy_id,
        article_id,
        'unsure' as doubt,
        0.4 as weight,
        first('the coder was not sure' || coalesce(': ' || note, '') order by mention_id) as why
    from marts.mentions
    where method = 'coder' and confidence = 'unsure' and correction_id is null
    group by policy_id, article_id
)
select
    doubts.policy_id,
    doubts.doubt,
    doubts.weight,
    doubts.why,
    articles.title,
    articles.outlet,
    articles.language,
    articles.published,
    articles.published_on,
    articles.url,
    doubts.article_id,
    articles.source_id,
    articles.source_path
from (
    select * from dated
    union all
    select * from unjudged
    union all
    select * from close_calls
    union all
    select * from unsure
) as doubts
join marts.articles as articles using (article_id)
