-- One row a roll-call vote: the telling with totals by party, else the newest.
--
-- file_id: the file this row was read from
--
-- key: vote_id
with totalled as (
    select distinct
        vote_id,
        file_id
    from raw.vote_totals
)
select
    votes.* exclude (row),
    files.path as source_path
from raw.votes as votes
join raw.files as files using (file_id)
left join totalled using (vote_id, file_id)
qualify row_number() over (
    partition by votes.vote_id
    order by
        (totalled.vote_id is not null) desc,
        files.fetched_at desc nulls last,
        files.path,
        votes.row
) = 1
