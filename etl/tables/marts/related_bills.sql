-- The bills that the record relates to each bill, and who says so.
--
-- related_label: as it is written, its Congress always shown
-- relation: identical bill, related bill, procedurally related ...; several joined by "; "
-- identified_by: CRS, House or Senate
-- at_hand: that bill was read too, so that its own rows are in the marts
-- related_status: where that bill stands; null where it was not read
--
-- key: bill_id, row
select
    told.bill_id,
    told.row,
    told.related_bill_id,
    bill_label(
        regexp_extract(told.related_bill_id, '^[a-z]+'),
        regexp_extract(told.related_bill_id, '^[a-z]+(\d+)', 1),
        try_cast(regexp_extract(told.related_bill_id, '-(\d+)$', 1) as bigint)
    ) as related_label,
    coalesce(told.title, bills.title) as title,
    told.relation,
    told.identified_by,
    bills.bill_id is not null as at_hand,
    bills.status_label as related_status,
    told.source_path
from staged.related_bills as told
left join marts.bills as bills on bills.bill_id = told.related_bill_id
