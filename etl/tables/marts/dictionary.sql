-- What every other table of the marts holds: a row for the table, then one a column.
--
-- place: 0 for the table itself, then the order of its columns
-- column_name: empty in the row of the table
-- meaning: of a table, what a row is; of a column, what its name does not say
--
-- key: table_name, place
select
    table_name,
    0 as place,
    null::varchar as column_name,
    null::varchar as column_type,
    comment as meaning
from duckdb_tables()
where schema_name = 'marts' and table_name <> 'dictionary'
union all
select
    table_name,
    column_index as place,
    column_name,
    data_type as column_type,
    comment as meaning
from duckdb_columns()
where schema_name = 'marts' and table_name <> 'dictionary'
