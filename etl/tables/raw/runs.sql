-- The build that makes this version.
--
-- key: version
select * from given.runs
