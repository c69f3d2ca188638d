-- One row a Federal Register document: the telling with the most in it.
--
-- key: document_id
with ranked as (
    select
        documents.* exclude (row),
        files.source_id,
        files.path as source_path,
        coalesce(documents.url, files.url) as source_url,
        row_number() over (
            partition by coalesce(documents.document_number, documents.document_id)
            order by
                (documents.signed_on is not null) desc,
                coalesce(length(documents.text), 0) desc,
                files.path
        ) as place
    from raw.documents as documents
    join raw.files as files using (file_id)
)
select * exclude (place) from ranked where place = 1
