-- One row a line that stands in five or more texts of an outlet.
--
-- texts: in how many
--
-- key: outlet, line_mark
-- by: line_mark
select
    outlet,
    line_mark,
    count(*) as texts
from staged.article_lines
group by outlet, line_mark
having count(*) >= 5
