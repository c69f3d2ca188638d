-- What coders set by hand, in data/corrections.sqlite: its shape and its one rule, told here once.
-- The dashboard and `python -m etl corrections --import` write rows; a build reads `told`.
--
-- A row is added and never changed: to take one back is a row too, which names it in `undoes`.
--
-- mention_id: the mention that is meant; null where it is every mention of the policy in the article
-- stance, holder: null leaves the one that was found
-- not_about_policy: 1 where the mention does not mean the policy: it is then in no figure
-- sentence: the sentence as the coder saw it, by which a mention is known again if its text moves
-- set_at: in UTC, as 2026-01-02T03:04:05.678901Z, so that text sorts as time
create table if not exists corrections (
    seq integer primary key,
    correction_id text not null unique,
    mention_id text,
    article_id text not null,
    policy_id text not null,
    stance text check (stance in ('supports', 'opposes', 'neutral')),
    holder text,
    not_about_policy integer not null default 0 check (not_about_policy in (0, 1)),
    note text,
    coder text not null check (trim(coder) <> ''),
    set_at text not null,
    sentence text,
    undoes text
);

create index if not exists corrections_by_article on corrections (article_id);

create index if not exists corrections_taken_back on corrections (undoes);

create trigger if not exists corrections_stay before update on corrections
begin select raise(abort, 'a correction is added and never changed'); end;

create trigger if not exists corrections_are_kept before delete on corrections
begin select raise(abort, 'a correction is added and never removed'); end;

-- Every row, and whether it stands: of one mention, the newest that was not taken back.
create view if not exists told as
select
    *,
    undoes is null and not undone and 1 = row_number() over (
        partition by undoes is null and not undone, article_id, policy_id, mention_id
        order by set_at desc, seq desc
    ) as stands
from (
    select
        c.*,
        exists (select 1 from corrections u where u.undoes = c.correction_id) as undone
    from corrections c
);
