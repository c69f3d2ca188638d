-- Every document at hand: where it lies, where it came from, what became of it.
--
-- path: below data/raw; file.zip!member inside a zip
-- mark: changes when the document does
-- status: read, partly read or refused
--
-- key: path
select * from given.files
