-- How many articles name each bill, by period: those in which it is known which bill is meant.
--
-- grain: day, week (from Monday), month or year
-- period_on: first day of the period
-- articles: articles that name it
-- stories: the same after copies of one text are counted once
-- unsure: of the articles, those in which it is this bill with low confidence alone
--
-- key: bill_id, grain, period_on
-- by: period_on through staged.article_periods
-- check: stories <= articles
with named as (
    select distinct article_id, bill_id, story_id, confidence
    from marts.article_bills
    where bill_id is not null
)
select
    named.bill_id,
    periods.grain,
    periods.period_on,
    count(distinct named.article_id) as articles,
    count(distinct named.story_id) as stories,
    count(distinct named.article_id) filter (named.confidence = 'low') as unsure
from named
join staged.article_periods as periods using (article_id)
group by named.bill_id, periods.grain, periods.period_on
