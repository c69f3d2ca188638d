-- One row an address of which pages say that another article is there: which one.
--
-- leads_to: the key of that article's address
--
-- key: asked_key
select
    asked_key,
    min(leads_to) as leads_to
from staged.page_addresses
where leads_to is not null
group by asked_key
