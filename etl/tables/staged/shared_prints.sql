-- One row a pair of texts that have a print in common and are to be held to each other.
--
-- Of twelve texts with one print all are; of more, each is to the longest and to its neighbours.
-- These are the limits of etl/text/near_copies.py.
--
-- longer_id: of the two texts the one with more runs
-- prints: of the shorter
--
-- key: print, longer_id, shorter_id
-- by: print
with ranked as (
    select
        print,
        article_id,
        prints,
        row_number() over longest_first as place,
        count(*) over (partition by print) as texts
    from staged.prints
    where print in (select print from staged.prints group by print having count(*) > 1)
    window longest_first as (partition by print order by runs desc, article_id)
),
held_to as (
    select
        print,
        article_id as shorter_id,
        prints,
        -- A join by place: to hold all of a print to each other and then choose is quadratic.
        unnest([1] || range(greatest(2, if(texts <= 12, 2, place - 2)), place)) as place
    from ranked
    where place > 1
)
select
    held_to.print,
    longer.article_id as longer_id,
    held_to.shorter_id,
    held_to.prints
from held_to
join ranked as longer using (print, place)
