-- One row a printed version of a bill: the newest telling of it.
--
-- version: GovInfo's code (ih, is, rh, rs, eh, es, enr ...), plaw for the public law
-- version_on: the day that the version itself bears
-- is_newest: whether no later version of the bill is at hand
-- text: plain, sections apart by a blank line, paragraphs set in by their depth
--
-- key: bill_id, version
select
    texts.* exclude (file_id, row),
    texts.file_id,
    row_number() over (
        partition by texts.bill_id
        order by texts.version_on desc nulls last, texts.version = 'plaw' desc,
            texts.version = 'enr' desc, texts.version
    ) = 1 as is_newest,
    files.source_id,
    files.path as source_path,
    files.url as source_url
from (
    select texts.*
    from raw.bill_texts as texts
    join raw.files as files using (file_id)
    qualify row_number() over (
        partition by texts.bill_id, texts.version
        order by files.fetched_at desc nulls last, files.path
    ) = 1
) as texts
join raw.files as files using (file_id)
