-- This version: when it was built and how old its content is.
--
-- newest_article_on: last day with an article; the age of the content, not of the run
-- newest_action_on: last day with an action on a bill
-- newest_event_on: last day with an act or fact of the record
-- sources_failed: sources that failed, wholly or in part, when they were last asked
--
-- key: version
select
    runs.version,
    runs.built_at,
    (select max(published_on) from staged.articles) as newest_article_on,
    (select max(latest_action_on) from staged.bills) as newest_action_on,
    (select max(event_on) from marts.events) as newest_event_on,
    (select max(started_at) from raw.refreshes) as refresh_started_at,
    (select count(*) from marts.sources where last_failed) as sources_failed
from raw.runs as runs
