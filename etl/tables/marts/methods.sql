-- How many mentions of a policy each method judged, and to what.
--
-- method: rules, encoder or coder (a person)
-- coder: who set it; nobody where a machine did
-- stance: unjudged where the method did not decide
--
-- key: policy_id, method, method_version, coder, stance
select
    policy_id,
    coalesce(method, 'none') as method,
    coalesce(method_version, 'none') as method_version,
    coalesce(coder, 'nobody') as coder,
    coalesce(stance, 'unjudged') as stance,
    count(*) as mentions,
    count(distinct article_id) as articles
from marts.mentions
group by all
