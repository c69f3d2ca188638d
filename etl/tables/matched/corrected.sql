-- One row a mention that a coder corrected, with what was set.
--
-- A correction finds its mention by its id; where the text has moved, and the id with it, by the
-- sentence that the coder saw; one of a whole article counts where no nearer one does.
--
-- found_by: mention, sentence or article
--
-- key: mention_id
-- check: found_by in ('mention', 'sentence', 'article')
with places as (
    select
        mention_id,
        article_id,
        policy_id,
        sentence
    from matched.mentions
    union all
    select
        label_id,
        article_id,
        policy_id,
        null
    from staged.labels
),
known as (
    select
        corrections.*,
        corrections.mention_id in (select mention_id from places) as has_place
    from staged.corrections as corrections
),
found as (
    select
        places.mention_id,
        known.* exclude (mention_id, sentence, has_place),
        case
            when known.mention_id is null then 'article'
            when known.has_place then 'mention'
            else 'sentence'
        end as found_by
    from known
    join places
        on places.article_id = known.article_id
        and places.policy_id = known.policy_id
        and case
            when known.mention_id is null then true
            when known.has_place then known.mention_id = places.mention_id
            else known.sentence = places.sentence
        end
)
select *
from found
qualify row_number() over (
    partition by mention_id
    order by list_position(['mention', 'sentence', 'article'], found_by), set_at desc, correction_id
) = 1
