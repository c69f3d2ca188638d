-- Sources, as the heads of their files tell them.
--
-- key: source_id
select * from given.sources
