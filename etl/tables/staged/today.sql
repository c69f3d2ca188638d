-- The day of the build: what depends on that alone is made anew once a day, and not in every run.
--
-- key: built_on
select max(built_at)::date as built_on
from raw.runs
