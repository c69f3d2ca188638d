-- How many articles about a policy each source brought.
--
-- key: policy_id, source_id
select
    policy_id,
    source_id,
    count(distinct article_id) as articles
from marts.mentions
where about_policy
group by policy_id, source_id
