-- The feeds that are listed in data/feeds.csv.
--
-- key: feed_id
select * from given.feeds
