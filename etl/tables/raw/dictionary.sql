-- What the heads of the marts say.
--
-- key: table_name, place
select
    *,
    row_number() over (partition by table_name order by nth) as place
from given.dictionary
