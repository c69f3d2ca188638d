-- Totals of votes by party and position as each file tells them.
--
-- file_id: the file it was read from, in raw.files
-- row: its place among the records of that file, from 0
--
-- key: file_id, row
select * from given.vote_totals
