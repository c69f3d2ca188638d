-- Recorded votes on bills: what was asked, how it went, and the link where totals are not at hand.
--
-- vote_id: chamber, roll, Congress and session, h127-119.1; null where the record gives no roll
-- place: the vote's place among those of its bill, oldest first, from 1
-- question: what was voted on, in the words of the vote's own record
-- result: how it went, in the words of the vote's own record
-- action: the action on the bill that tells of the vote
-- yeas: members for; null where no source at hand tells it
-- nays: members against; null likewise
-- present: members who voted present; null likewise
-- not_voting: members who did not vote; null likewise
-- totals_from: vote (its own record, by party in bill_vote_totals) or action (its words); null: none
-- url: the roll call at the House or the Senate
--
-- key: bill_id, place
with told as (
    select
        bill_id,
        case
            when roll is not null and congress is not null and session is not null
                then chamber[1] || roll || '-' || congress || '.' || session
        end as vote_id,
        chamber,
        congress,
        session,
        roll,
        voted_at,
        url,
        action_seq,
        source_path
    from staged.recorded_votes
    qualify row_number() over (
        partition by bill_id, coalesce(vote_id, url, row::varchar) order by action_seq, row
    ) = 1
),
totals as (
    select
        vote_id,
        sum(members) filter (position = 'yea') as yeas,
        sum(members) filter (position = 'nay') as nays,
        sum(members) filter (position = 'present') as present,
        sum(members) filter (position = 'not voting') as not_voting
    from staged.vote_totals
    group by vote_id
),
rolls as (
    select * from told
    union all by name
    select
        bill_id,
        vote_id,
        chamber,
        congress,
        session,
        roll,
        voted_at,
        url,
        source_path
    from staged.votes as votes
    where bill_id is not null
    and not exists (
        from told
        where told.bill_id = votes.bill_id and told.vote_id = votes.vote_id
    )
),
known as (
    select
        rolls.bill_id,
        rolls.vote_id,
        rolls.chamber,
        rolls.congress,
        rolls.session,
        rolls.roll,
        -- The Capitol's day, not that of UTC.
        coalesce(votes.voted_on, actions.acted_on, rolls.voted_at::date) as voted_on,
        coalesce(rolls.voted_at, votes.voted_at) as voted_at,
        votes.question,
        votes.result,
        actions.text as action,
        rolls.action_seq,
        regexp_extract(
            actions.text,
            '(?:yeas and nays|recorded vote|yea-nay(?: vote)?|vote)[:.]?\s*'
                || '(?:\(2/3 required\)[:.]?\s*)?(\d{1,3})\s*[-–]\s*(\d{1,3})\b',
            ['yeas', 'nays'],
            'i'
        ) as counted,
        coalesce(rolls.url, votes.url) as url,
        rolls.source_path
    from rolls
    left join staged.votes as votes using (vote_id)
    left join staged.bill_actions as actions
        on actions.bill_id = rolls.bill_id and actions.seq = rolls.action_seq
)
select
    known.bill_id,
    row_number() over (
        partition by known.bill_id order by known.voted_on, known.voted_at, known.vote_id, known.url
    ) as place,
    known.vote_id,
    known.chamber,
    known.congress,
    known.session,
    known.roll,
    known.voted_on,
    known.voted_at,
    known.question,
    known.result,
    known.action,
    known.action_seq,
    coalesce(totals.yeas, try_cast(known.counted.yeas as bigint))::bigint as yeas,
    coalesce(totals.nays, try_cast(known.counted.nays as bigint))::bigint as nays,
    totals.present::bigint as present,
    totals.not_voting::bigint as not_voting,
    case
        when totals.vote_id is not null then 'vote'
        when known.counted.yeas <> '' then 'action'
    end as totals_from,
    known.url,
    known.source_path
from known
left join totals using (vote_id)
