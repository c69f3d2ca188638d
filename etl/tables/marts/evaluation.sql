-- How well stance is judged: one judge on one set of labelled passages, measured before release.
--
-- A judge is forced to a label where a figure needs one. Sets that were looked at while the rules
-- were written flatter them. `macro_f1` is the mean of the F1 of supports, opposes and neutral,
-- from 0 to 1.
--
-- set_name: which passages
-- method: rules, or what it is measured against: commonest gives every passage the commonest label
-- lang: language of the passages, or all
-- n: passages
-- sign_n: passages that both the labels and the judge call polar
-- sign_accuracy: of these, the share on the right side; .5 is a coin
-- sign_low: lower end of its 95 % interval (Wilson)
-- sign_high: upper end of its 95 % interval (Wilson)
-- coverage: share of the passages that it judges where it is not forced
-- ece: expected calibration error: how far its probabilities are from how often it is right
-- holder_accuracy: share of named speakers that are rightly named as holders
-- mentions_precision: of the places taken for the policy, the share that are
-- mentions_recall: of the places that are the policy, the share that are found
--
-- key: set_name, method, lang
-- check: macro_f1 between 0 and 1
-- check: sign_accuracy between 0 and 1
select
    set_name,
    method,
    lang,
    n,
    macro_f1,
    sign_n,
    sign_accuracy,
    wilson_low(round(sign_accuracy * sign_n), sign_n) as sign_low,
    wilson_high(round(sign_accuracy * sign_n), sign_n) as sign_high,
    coverage,
    ece,
    holder_accuracy,
    mentions_precision,
    mentions_recall
from raw.evaluation
