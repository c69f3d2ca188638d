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
)
select
    longer.print,
    longer.article_id as longer_id,
    shorter.article_id as shorter_id,
    shorter.prints
from ranked as longer
join ranked as shorter on shorter.print = longer.print and shorter.place > longer.place
where longer.texts <= 12 or longer.place = 1 or shorter.place - longer.place <= 2
