-- One row a label of a coder: what one voice in one article holds toward a policy.
--
-- wording: how the article names the policy, as the coder noted it
--
-- key: label_id
-- check: stance in ('supports', 'opposes', 'neutral')
select
    'l' || md5(concat_ws('|', labels.file_id, labels.row)) as label_id,
    addresses.article_id,
    labels.* exclude (file_id, row, url, given_id),
    files.source_id,
    files.path as source_path
from raw.labels as labels
join raw.files as files using (file_id)
join staged.article_addresses as addresses on addresses.url = labels.url
