-- Every document at hand: where it lies, where it came from, what became of it.
--
-- path: below data/raw; file.zip!member inside a zip
-- status: read; partly read; refused; kept: read before and unreadable now; unlisted: read before and
--   not there now. What is kept or unlisted was told before and still stands in every table
-- records: rows that were read from it when it could be read
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
