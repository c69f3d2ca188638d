-- Outlets described by hand, from data/outlets.csv.
--
-- key: domain
select * from given.outlets
