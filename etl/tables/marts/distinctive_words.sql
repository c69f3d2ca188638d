-- Words that tell the sides of a policy apart: log-odds ratios with a prior (Monroe et al. 2008).
--
-- A word counts once a story, in the passages that name the policy; at most 3 passages of a story
-- and 5,000 stories of a side are read. The prior is the use of the word in all policies' passages
-- of that language, worth 500 words, so that common words and rare ones do not come up by chance.
-- Of many words some stand out by chance all the same. The 40 most telling of each side.
--
-- compared: stance (stories that support against those that oppose the policy, mixed ones left
--   out) or group (a group of outlets against all others)
-- side: supports or opposes, or the group
-- word: in lower case
-- stories: stories of this side that use it
-- side_stories: stories of this side that were read
-- other_stories: stories of the other side that use it
-- other_side_stories: stories of the other side that were read
-- log_odds: logarithm of the odds of the word here over those of the other side, with the prior
-- log_odds_low: lower end of its 95 % interval
-- log_odds_high: upper end of its 95 % interval
-- z: log_odds over its standard error; 1.96 and more are listed
-- most_in: first day of the month in which most stories of this side use it
--
-- key: policy_id, compared, side, language, word
-- check: stories <= side_stories
-- check: z >= 1.96
with held as (
    select policy_id, story_id, any_value(stance) as stance
    from marts.opinions
    where stance in ('supports', 'opposes')
    group by policy_id, story_id
    having count(distinct stance) = 1
),
passages as (
    select distinct
        told.policy_id,
        told.story_id,
        told.group_name,
        told.language,
        told.published_month as month_on,
        mentions.passage
    from marts.mentions as told
    join matched.mentions as mentions using (mention_id)
    where told.about_policy
    qualify dense_rank() over (
        partition by told.policy_id, told.story_id order by mentions.passage
    ) <= 3
),
sided as (
    select passages.*, 'stance' as compared, held.stance as side
    from passages join held using (policy_id, story_id)
    union all by name
    select passages.*, 'group' as compared, group_name as side
    from passages
),
read as (
    select *
    from sided
    qualify dense_rank() over (
        partition by policy_id, compared, side order by md5(story_id)
    ) <= 5000
),
used as (
    select distinct
        policy_id,
        compared,
        side,
        coalesce(language, 'unknown') as language,
        story_id,
        unnest(regexp_extract_all(
            lower(passage), '\p{L}[\p{L}\p{M}]*(?:[''’-][\p{L}\p{M}]+)*'
        )) as word
    from read
),
months as (select story_id, policy_id, min(month_on) as month_on from read group by all),
counted as (
    select
        used.policy_id,
        used.compared,
        used.side,
        used.language,
        used.word,
        count(*) as stories,
        mode(months.month_on order by months.month_on) as most_in
    from used
    join months using (policy_id, story_id)
    where length(used.word) > 1
    group by all
),
sums as (
    select policy_id, compared, side, language, count(distinct story_id) as side_stories
    from used
    group by all
),
beside as (
    -- Both sides and the prior of each word, a row a side that uses it.
    select
        counted.*,
        sums.side_stories,
        sum(counted.stories) over (partition by counted.policy_id, compared, side, language) as n,
        sum(counted.stories) over (
            partition by counted.policy_id, compared, language, word
        ) - counted.stories as other_stories,
        500 * sum(counted.stories) over (partition by compared, language, word)
            / sum(counted.stories) over (partition by compared, language) as prior
    from counted
    join sums using (policy_id, compared, side, language)
),
totals as (
    select policy_id, compared, language, sum(stories) as n, any_value(all_stories) as all_stories
    from counted
    join (
        select policy_id, compared, language, sum(side_stories) as all_stories
        from sums
        group by all
    ) as whole using (policy_id, compared, language)
    group by all
),
scored as (
    select
        beside.* exclude (n, prior),
        totals.all_stories - side_stories as other_side_stories,
        ln((stories + prior) / (beside.n + 500 - stories - prior))
            - ln((other_stories + prior)
                / (totals.n - beside.n + 500 - other_stories - prior)) as log_odds,
        sqrt(1 / (stories + prior) + 1 / (other_stories + prior)) as error
    from beside
    join totals using (policy_id, compared, language)
    where totals.n > beside.n
)
select
    policy_id,
    compared,
    side,
    language,
    word,
    stories,
    side_stories,
    other_stories::bigint as other_stories,
    other_side_stories::bigint as other_side_stories,
    log_odds,
    log_odds - 1.96 * error as log_odds_low,
    log_odds + 1.96 * error as log_odds_high,
    log_odds / error as z,
    most_in
from scored
where stories >= 3 and log_odds / error >= 1.96
qualify row_number() over (
    partition by policy_id, compared, side, language order by log_odds / error desc, word
) <= 40
