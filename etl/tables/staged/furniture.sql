-- One row an article in which lines stand that its outlet sets around many of its articles.
--
-- line_marks: of the lines that stand in five or more texts of the outlet, and in a tenth of them
--
-- key: article_id
with outlets as (
    select outlet, count(*) as texts
    from staged.article_lines
    where place = 0
    group by outlet
)
select
    lines.article_id,
    list(lines.line_mark order by lines.line_mark) as line_marks
from staged.outlet_lines as often
join outlets using (outlet)
join staged.article_lines as lines using (outlet, line_mark)
where often.texts >= 0.1 * outlets.texts
group by lines.article_id
