-- One row an article and grain that its date is fine enough for: the period it falls in.
--
-- grain: day, week (from Monday), month or year
-- period_on: first day of the period
--
-- key: article_id, grain
-- by: article_id
unpivot (
    select
        article_id,
        published_on as day,
        date_trunc('week', published_on)::date as week,
        published_month as month,
        published_year as year
    from staged.articles
) on day, week, month, year into name grain value period_on
