-- The corrections that stand: what a coder set last about one mention and did not take back.
--
-- mention_id: null where every mention of the policy in the article is meant
-- stance: null leaves the one that was found
-- holder: null leaves the one that was found
-- not_about_policy: the mention does not mean the policy and is in no figure
--
-- key: correction_id
-- check: stance in ('supports', 'opposes', 'neutral')
select * exclude (undoes, stands)
from raw.corrections
where stands
