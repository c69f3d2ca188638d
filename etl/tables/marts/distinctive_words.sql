-- Words that tell the sides of a policy apart: log-odds ratios with a prior (Monroe et al. 2008).
--
-- A word counts once a story, in the passages that name the policy; at most 3 passages of a story
-- and 2,000 stories of a side are read. The prior is the use of the word in all policies' passages
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
    ) <= 2000
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
counted as (
    select policy_id, compared, side, language, word, count(*) as stories
    from used
    where length(word) > 1
    group by all
),
sums as (
    select policy_id, compared, side, language, count(distinct story_id) as side_stories
    from used
    group by all
),
sides as (
    select policy_id, compared, side, language, side_stories, sum(stories) as n
    from counted
    join sums using (policy_id, compared, side, language)
    group by all
),
totals as (
    select policy_id, compared, language, sum(n) as n, sum(side_stories) as all_stories
    from sides
    group by all
),
languages as (
    select compared, language, sum(n) as n from sides group by all
),
frequent as (
    -- Only what may be listed is looked at on: most words stand in a story or two.
    select * from counted where stories >= 3
),
both_sides as (
    select policy_id, compared, language, word, sum(stories) as stories
    from counted
    semi join frequent using (policy_id, compared, language, word)
    group by all
),
anywhere as (
    select compared, language, word, sum(stories) as stories
    from counted
    semi join frequent using (compared, language, word)
    group by all
),
beside as (
    select
        frequent.*,
        sides.side_stories,
        sides.n,
        totals.n as all_n,
        totals.all_stories,
        both_sides.stories - frequent.stories as other_stories,
        500 * anywhere.stories / languages.n as prior
    from frequent
    join sides using (policy_id, compared, side, language)
    join totals using (policy_id, compared, language)
    join languages using (compared, language)
    join both_sides using (policy_id, compared, language, word)
    join anywhere using (compared, language, word)
),
scored as (
    select
        beside.*,
        all_stories - side_stories as other_side_stories,
        ln((stories + prior) / (n + 500 - stories - prior))
            - ln((other_stories + prior)
                / (all_n - n + 500 - other_stories - prior)) as log_odds,
        sqrt(1 / (stories + prior) + 1 / (other_stories + prior)) as error
    from beside
    where all_n > n
),
listed as (
    select *
    from scored
    where log_odds / error >= 1.96
    qualify row_number() over (
        partition by policy_id, compared, side, language order by log_odds / error desc, word
    ) <= 40
),
months as (select story_id, policy_id, min(month_on) as month_on from read group by all),
busiest as (
    select policy_id, compared, side, language, word, mode(month_on order by month_on) as most_in
    from used
    semi join listed using (policy_id, compared, side, language, word)
    join months using (policy_id, story_id)
    group by all
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
from listed
join busiest using (policy_id, compared, side, language, word)
