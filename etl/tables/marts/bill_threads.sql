-- Bills that are one proposal: companions in a Congress, and reintroductions in later ones.
--
-- Only bills at hand are joined; a bill without a kindred one has no row. What comes every year
-- (defence authorization, appropriations, budgets) and procedural resolutions are kept apart, and a
-- title that became law begins anew.
--
-- thread_id: the earliest bill of the thread
-- position: the bill's place in the thread, oldest first, from 1
-- attempt: the how-manieth Congress of the thread it is of, from 1
-- how: first, companion (in the other chamber of its Congress), identical bill, same title, same text
-- linked_to: the bill by which it is of the thread; null for the first
-- why: what makes the two one proposal
-- status: in the words of unitedstates/congress
--
-- key: bill_id
-- check: position >= 1 and attempt between 1 and position
select
    threads.thread_id,
    threads.bill_id,
    threads.position,
    threads.attempt,
    threads.how,
    threads.linked_to,
    threads.why,
    bills.label,
    bills.congress,
    bills.title,
    bills.introduced_on,
    bills.sponsor,
    bills.status,
    bills.status_label,
    bills.status_on,
    bills.url,
    bills.source_path
from matched.bill_threads as threads
join marts.bills as bills using (bill_id)
