-- What each source was asked in each run, and what came.
--
-- key: refresh_id, source_id
select * from given.refreshes
