-- How long each step of each run took, and what the run came to; of the run that made this version,
-- the steps that were done when it was built.
--
-- refresh_id: the run, as in refreshes where it asked anything, else by the moment it began
-- step: fetch, load, build, publish, export or alerts
-- place: of the step in its run, from 0
-- command: refresh, build or fetch
-- began_at: when the run began
-- seconds: how long the step took; null where the run was cut short in it
-- outcome: of the run. well; partly: a source or a file failed; failed: an error ended it; stopped;
--   unfinished: it was cut short, killed for one. Null for the run that made this version
-- stopped_here: the run got no further than this step
-- reason: why the run failed or stopped, or what was wrong with the corrections
--
-- key: refresh_id, step
-- check: seconds >= 0
select
    refresh_id,
    step,
    place,
    command,
    began_at,
    seconds,
    outcome,
    stopped_here,
    reason
from raw.steps
