-- One row an article that may share its story with another: an article near it that it hangs with.
--
-- Each is led to the neighbour that is in most pairs, and on to where that one is led. What is copied
-- many times is so in one part at once; few parts hang together still, and staged.part_ties is short.
--
-- part_id: the article that stands for the part
--
-- key: article_id
with ties as (
    select article_id, other_id from staged.likely_copies
    union all
    select other_id, article_id from staged.likely_copies
),
tied as (
    select article_id, count(*) as pairs
    from ties
    group by article_id
),
neighbours as (
    select
        ties.article_id,
        max((other.pairs, ties.other_id)) as fullest
    from ties
    join tied as other on other.article_id = ties.other_id
    group by ties.article_id
),
led as (
    select
        article_id,
        if(fullest > (pairs, article_id), fullest[2], article_id) as part_id
    from neighbours
    join tied using (article_id)
)
select
    led.article_id,
    onward.part_id
from led
join led as onward on onward.article_id = led.part_id
