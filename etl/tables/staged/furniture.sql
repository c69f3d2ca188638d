-- One row a line of an article that its outlet sets around many of its articles.
--
-- line_mark: of a line that stands in five or more texts of the outlet, and in a tenth of them
--
-- key: article_id, line_mark
with outlets as (
    select outlet, count(*) as texts
    from staged.article_lines
    where place = 0
    group by outlet
)
select
    lines.article_id,
    lines.line_mark
from staged.outlet_lines as often
join outlets using (outlet)
join staged.article_lines as lines using (outlet, line_mark)
where often.texts >= 0.1 * outlets.texts
