-- One row an address that an article was told under.
--
-- key: url
select told.url, min(shown.article_id) as article_id
from staged.article_tellings as shown
join raw.articles as told using (file_id, row)
where told.url is not null
group by told.url
