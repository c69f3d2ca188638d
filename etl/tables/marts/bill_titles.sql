-- Every title of each bill: official, short, of portions, by stage.
--
-- title_type: what kind of title and of which stage, as the record words it
-- chamber: the chamber that gave it, where told
--
-- key: bill_id, row
select
    bill_id,
    row,
    title_type,
    title,
    chamber,
    source_path
from staged.bill_titles
