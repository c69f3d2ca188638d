-- How well the judges did on sets of labelled passages, as data/evaluation.csv lists it.
--
-- key: set_name, method, lang
select * from given.evaluation
