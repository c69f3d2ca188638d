-- Coverage and stance of each policy by language, for every outlet and for all of them.
--
-- language: ISO 639-1; unknown where neither a source nor the text tells it
-- outlet: an outlet, or all
-- stories: articles after copies of one text are counted once
-- judged: opinions with a stance; one per voice and story, in the language of the story's article
-- net_stance: (supporting - opposing) / judged, from -1 to 1; null under 5 judged
-- net_low: lower end of the 95 % interval of net_stance
-- net_high: upper end of the 95 % interval of net_stance
--
-- key: policy_id, language, outlet
with named as (
    select
        policy_id,
        article_id,
        story_id,
        coalesce(language, 'unknown') as language,
        coalesce(outlet, 'unknown outlet') as outlet
    from marts.policy_articles
    where mentions > 0
),
covered as (
    select
        policy_id,
        language,
        coalesce(outlet, 'all') as outlet,
        count(*) as articles,
        count(distinct story_id) as stories
    from named
    group by grouping sets ((policy_id, language, outlet), (policy_id, language))
),
held as (
    select
        opinions.policy_id,
        named.language,
        coalesce(named.outlet, 'all') as outlet,
        count(*) as judged,
        count(*) filter (opinions.stance = 'supports') as supporting,
        count(*) filter (opinions.stance = 'opposes') as opposing
    from marts.opinions as opinions
    join named using (policy_id, article_id)
    group by grouping sets (
        (opinions.policy_id, named.language, named.outlet),
        (opinions.policy_id, named.language)
    )
)
select
    covered.policy_id,
    covered.language,
    covered.outlet,
    covered.articles,
    covered.stories,
    coalesce(held.judged, 0) as judged,
    coalesce(held.supporting, 0) as supporting,
    coalesce(held.opposing, 0) as opposing,
    net_share(held.supporting, held.opposing, held.judged) as net_stance,
    net_low(held.supporting, held.opposing, held.judged) as net_low,
    net_high(held.supporting, held.opposing, held.judged) as net_high
from covered
left join held using (policy_id, language, outlet)
