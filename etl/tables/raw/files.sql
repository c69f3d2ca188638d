-- Every document at hand: where it lies, where it came from, what became of it.
--
-- path: below data/raw; file.zip!member inside a zip
-- mark: changes when the document does
-- status: read; partly read; refused; kept: read before and unreadable now; unlisted: read before and
--   not there now. What is kept or unlisted was told before and still stands in every table
--
-- key: path
select * from given.files
