-- How many articles about a policy each source brought.
--
-- key: policy_id, source_id
select
    policy_id,
    source_id,
    count(*) as articles
from marts.policy_articles
where mentions > 0
group by policy_id, source_id
