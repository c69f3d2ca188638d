-- Coder against machine, counted: what a coder set by what the machine holds of the same mention.
--
-- policy_id: a policy, or all
-- coder_stance: what a coder set by hand, seeing what the machine held
-- machine_stance: what the machine holds; unjudged where it abstained
--
-- key: policy_id, coder_stance, machine_stance
-- check: mentions > 0
select
    coalesce(policy_id, 'all') as policy_id,
    stance as coder_stance,
    coalesce(machine_stance, 'unjudged') as machine_stance,
    count(*) as mentions
from (
    select
        corrected.policy_id,
        corrected.stance,
        judged.stance as machine_stance
    from matched.corrected as corrected
    join matched.judgements as judged using (mention_id)
    where corrected.stance is not null
    and not corrected.not_about_policy
    and corrected.found_by <> 'article'
)
group by grouping sets (
    (policy_id, stance, coalesce(machine_stance, 'unjudged')),
    (stance, coalesce(machine_stance, 'unjudged'))
)
