"""One row a place in or about a bill that ties it to a policy, and what it would do to it.

link_id: the same from build to build while the words stay
found_in: text, title, official title, summary, law number or related bill
pattern: how the policy is told there: parsable citation (the bill's mark-up), citation in text,
  name in text, title, summary, law number, related bill
effect: creates, repeals, weakens, waives, strengthens, enforces, exempts or mentions
why: the rule that told the effect
confidence: that the bill would do this to this policy: high (cited, or named by a name of its own,
  and the verb stands in the same sentence), medium, low
section: of the bill's own
cite: the citation in its one form
wording: the sentence it stands in, or the relation to another bill

key: link_id
check: confidence in ('high', 'medium', 'low')
"""

from __future__ import annotations

from etl.text.bills.links import BillLink, links

# Only sections that hold a seed of some policy are read, however many texts there are.
READS = {
    "blocks": r"""
        with seeds as (
            select list(distinct {'seed': seed, 'also': also}) as wanted
            from staged.policy_seeds
            where kind = 'word'
        ),
        blocks as (
            select
                bill_id,
                version,
                version_on,
                unnest(string_split(text, e'\n\n')) as block
            from staged.bill_texts
        ),
        plain as (
            select
                *,
                replace(replace(replace(lower(block), '–', '-'), '‑', '-'), '’', '''') as words
            from blocks
        )
        select plain.* exclude (words)
        from plain, seeds
        where len(list_filter(
            wanted, lambda s: contains(words, s.seed) and contains(words, s.also)
        )) > 0
    """,
    "marked": """
        select distinct told.* exclude ("row", source_path)
        from staged.bill_citations as told
        join staged.policy_seeds as seeds
            on seeds.kind = 'cite'
            and (told.cite = seeds.seed or starts_with(told.cite, seeds.seed || '/'))
    """,
    "bills": r"""
        select
            bills.bill_id,
            concat_ws(e'\n', bills.short_title, bills.title, (
                select string_agg(distinct titles.title, e'\n')
                from staged.bill_titles as titles
                where titles.bill_id = bills.bill_id and titles.title_type like 'Short Title%'
            )) as titles,
            bills.official_title,
            (
                select string_agg(distinct summaries.text, e'\n\n')
                from staged.bill_summaries as summaries
                where summaries.bill_id = bills.bill_id
            ) as summary,
            (
                select string_agg(distinct subjects.subject, '; ')
                from staged.bill_subjects as subjects
                where subjects.bill_id = bills.bill_id
            ) as subjects,
            if(bills.law_type = 'private', null, bills.law_number) as law_number
        from staged.bills as bills
    """,
    "relations": """
        select distinct bill_id, related_bill_id, relation from staged.related_bills
    """,
}
ROW = BillLink
rows = links
