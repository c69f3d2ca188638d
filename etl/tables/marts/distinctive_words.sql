-- Words that tell the sides of a policy apart: log-odds ratios with a prior (Monroe et al. 2008).
--
-- A word counts once a story, in the passages that name the policy; at most 3 passages of a story,
-- taken to be of one language, and 2,000 stories of a side are read. The prior is the use of the
-- word in all policies' passages of that language, worth 500 words, so that common words and rare
-- ones do not come up by chance. Of many words some stand out by chance all the same. The 40 most
-- telling of each side.
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
stories as (
    select distinct told.policy_id, told.story_id, told.group_name
    from marts.mentions as told
    semi join matched.passage_words as worded using (mention_id)
    where told.about_policy
),
sided as (
    select distinct stories.policy_id, stories.story_id, 'stance' as compared, held.stance as side
    from stories
    join held using (policy_id, story_id)
    union all by name
    select policy_id, story_id, 'group' as compared, group_name as side
    from stories
),
read as (
    select *
    from sided
    qualify row_number() over (
        partition by policy_id, compared, side order by md5(story_id)
    ) <= 2000
),
passages as (
    select distinct
        told.policy_id,
        told.story_id,
        min(told.language) over story as language,
        min(told.published_month) over story as month_on,
        worded.words
    from marts.mentions as told
    semi join read using (policy_id, story_id)
    join matched.passage_words as worded using (mention_id)
    where told.about_policy
    window story as (partition by told.policy_id, told.story_id)
    qualify dense_rank() over (
        partition by told.policy_id, told.story_id order by worded.words
    ) <= 3
),
used as materialized (
    select
        policy_id,
        story_id,
        coalesce(any_value(language), 'unknown') as language,
        any_value(month_on) as month_on,
        list(words) as passages
    from passages
    group by policy_id, story_id
),
told_by as (
    select read.policy_id, read.compared, read.side, used.* exclude (policy_id)
    from read
    join used using (policy_id, story_id)
),
sums as materialized (
    select
        row_number() over (order by policy_id, compared, side, language) as place,
        *
    from (
        select policy_id, compared, side, language, count(*) as side_stories
        from told_by
        group by all
    )
),
placed as (
    select
        sums.place,
        told_by.month_on,
        unnest(
            case when len(passages) = 1 then passages[1] else list_distinct(flatten(passages)) end
        ) as word
    from told_by
    join sums using (policy_id, compared, side, language)
),
counted as materialized (
    select sums.*, words.word, words.stories
    from (select place, word, count(*) as stories from placed group by place, word) as words
    join sums using (place)
),
sides as (
    select place, policy_id, compared, language, side_stories, sum(stories) as n
    from counted
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
        sides.n,
        totals.n as all_n,
        totals.all_stories,
        both_sides.stories - frequent.stories as other_stories,
        500 * anywhere.stories / languages.n as prior
    from frequent
    join sides using (place, policy_id, compared, side_stories, language)
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
        partition by place order by log_odds / error desc, word
    ) <= 40
),
busiest as (
    select place, word, mode(month_on order by month_on) as most_in
    from placed
    semi join listed using (place, word)
    group by place, word
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
join busiest using (place, word)
