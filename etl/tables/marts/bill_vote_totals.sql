-- How the members of each party voted, in every recorded vote whose totals a source tells.
--
-- vote_id: chamber, roll, Congress and session, h127-119.1
-- bill_id: the bill it was on; null where the vote's record names none
-- party: R, D, I
-- position: yea, nay, present or not voting
-- members: how many took it
--
-- key: vote_id, party, position
select
    totals.vote_id,
    votes.bill_id,
    votes.chamber,
    votes.voted_on,
    totals.party,
    totals.position,
    totals.members,
    totals.source_path
from staged.vote_totals as totals
left join staged.votes as votes using (vote_id)
