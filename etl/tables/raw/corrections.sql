-- What coders set by hand in the dashboard, or brought in as CSV, as data/corrections.sqlite has it.
--
-- mention_id: null where every mention of the policy in the article is meant
-- sentence: as the coder saw it
-- undoes: the correction that this row takes back
-- stands: it was not taken back, and nothing newer was set for the same mention
--
-- key: correction_id
select * from given.corrections
