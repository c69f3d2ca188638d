-- What every table and column of the marts means.
--
-- column_name: empty in the row that says what a row of the table is
-- place: 0 for the table, then the order in its head
--
-- key: table_name, place
select table_name, place - 1 as place, column_name, meaning
from raw.dictionary
