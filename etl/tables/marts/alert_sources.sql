-- Sources that are silent too long: nothing could be had for three days, or nothing new comes.
--
-- Too long is as the health of sources has it (see the sources). A source is told of where it has
-- brought something. A silence is known by the day it began, so that it is told once.
--
-- thing: what an alert is known by, with its rule: the source and the day
-- silent_since_on: day of its last success, or of its newest article
-- happened_on: the day on which it was too long
-- known_on: the day of the build, for it goes on
--
-- key: source_id
with fed as (
    select source_id, policy_id, count(*) as articles
    from marts.policy_articles
    where mentions > 0
    group by all
),
silences as (
    select
        sources.source_id,
        sources.title,
        sources.health_why,
        sources.usual_gap_days,
        sources.items,
        sources.health = 'red' as cut_off,
        if(sources.health = 'red', sources.last_success_at::date, sources.newest_on)
            as silent_since_on,
        version.built_at::date as built_on
    from marts.sources as sources
    cross join marts.version as version
    where sources.items > 0
    and sources.last_success_at is not null
    and (
        sources.health = 'red'
        or (sources.health = 'yellow' and sources.health_why like '%silent for%')
    )
)
select
    'source_silent' as rule,
    silences.source_id || ':' || silences.silent_since_on as thing,
    silences.source_id,
    silences.silent_since_on,
    silences.silent_since_on + ceil(case
        when silences.cut_off then 3
        else greatest(3, 3 * silences.usual_gap_days)
    end)::int + 1 as happened_on,
    silences.built_on as known_on,
    if(silences.cut_off, 'high', 'medium') as severity,
    silences.title || if(
        silences.cut_off, ' could not be had since ', ' has brought nothing new since '
    ) || strftime(silences.silent_since_on, '%-d %B %Y') as headline,
    concat_ws(
        '; ',
        silences.health_why,
        'it fed ' || (
            select string_agg(policies.short_name || ' (' || fed.articles || ')', ', ')
            from fed
            join marts.policies as policies using (policy_id)
            where fed.source_id = silences.source_id
        )
    ) as detail
from silences
where silences.silent_since_on is not null
and exists (from raw.alert_rules as rules where rules.rule = 'source_silent')
