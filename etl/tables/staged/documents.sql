-- One row a Federal Register document: the telling with the most in it, else the newest.
--
-- A number was used again before 2016, so the day of publication tells documents apart; a telling
-- without a day is of the latest document of its number.
--
-- key: document_id
with told as (
    select
        documents.* exclude (row),
        files.source_id,
        files.path as source_path,
        files.fetched_at,
        coalesce(documents.url, files.url) as source_url,
        coalesce(documents.document_number, documents.document_id) as number,
        coalesce(
            documents.published_on,
            max(documents.published_on) over (
                partition by coalesce(documents.document_number, documents.document_id)
            )
        ) as day
    from raw.documents as documents
    join raw.files as files using (file_id)
),
ranked as (
    select
        *,
        row_number() over (
            partition by number, day
            order by
                (signed_on is not null) desc,
                coalesce(length(text), 0) desc,
                fetched_at desc nulls last,
                source_path
        ) as place
    from told
)
select * exclude (place, number, day, fetched_at) from ranked where place = 1
