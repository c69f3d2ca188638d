-- The rules by which each policy's alerts are told: the usual ones, and what its file says instead.
--
-- rule: one that is turned off for a policy has no row
-- threshold: cosponsors, days before a waiver is due, or times the usual; 0 where a rule has none
-- fewest: stories, or judged opinions, under which the rule tells nothing; 0 where it has none
-- days: how long after it happened, or was printed, a thing is still told
--
-- key: policy_id, rule, threshold
select * from given.alert_rules
