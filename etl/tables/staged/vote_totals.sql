-- How many members of a party took one position in a vote, from the file of staged.votes.
--
-- key: vote_id, party, position
-- check: members >= 0
select
    told.* exclude (file_id, row),
    votes.source_path
from raw.vote_totals as told
join staged.votes as votes using (vote_id, file_id)
qualify row_number() over (
    partition by told.vote_id, told.party, told.position
    order by told.row
) = 1
