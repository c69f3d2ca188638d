-- Federal Register documents that were read, whether or not a policy touches them.
--
-- policies: the policies it names, comma-separated
--
-- key: document_id
select
    documents.document_id,
    documents.document_number,
    documents.document_type,
    documents.title,
    documents.signed_on,
    documents.published_on,
    documents.signer,
    documents.signer_role,
    documents.instrument,
    documents.agencies,
    documents.citation,
    (
        select string_agg(named.policy_id, ', ' order by named.policy_id)
        from matched.named_documents as named
        where named.document_id = documents.document_id
    ) as policies,
    documents.url,
    documents.source_id,
    documents.source_path,
    documents.source_url
from staged.documents as documents
