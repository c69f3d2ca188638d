-- One row a policy and year: what files of facts say of its waiver.
--
-- A year in which the United States had no President, or will not have for long, is a slip.
--
-- key: policy_id, year
select
    waivers.* exclude (file_id, row),
    files.source_id,
    files.path as source_path
from raw.waivers as waivers
join raw.files as files using (file_id)
where waivers.year between 1789 and 2199
qualify row_number() over (partition by waivers.policy_id, waivers.year order by files.path) = 1
