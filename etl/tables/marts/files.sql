-- Every document at hand: where it lies, where it came from, what became of it.
--
-- path: below data/raw; file.zip!member inside a zip
-- status: read, partly read or refused
-- records: rows that were read from it
--
-- key: path
select
    path,
    file_id,
    source_id,
    url,
    fetched_at,
    reader,
    bytes,
    records,
    status,
    reason
from raw.files
