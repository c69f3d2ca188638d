-- Marked-up citations of bill texts, from the file that staged.bill_texts was read from.
--
-- cite: usc/22/5812, public-law/102/511, with as many parts as the mark-up tells
-- section: of the bill, that the citation stands in
-- passage: the paragraph around it
--
-- key: bill_id, version, row
select
    told.* exclude (file_id),
    texts.version_on,
    texts.source_path
from raw.bill_citations as told
join staged.bill_texts as texts using (bill_id, version, file_id)
