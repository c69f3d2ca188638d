-- How long each step of each run took, as the record of runs tells it.
--
-- key: refresh_id, step
select * from given.steps
