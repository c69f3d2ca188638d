-- Mentions, and labels of a coder, in which somebody is named who holds something.
--
-- mention_id: of the mention, or label_id of the label
-- holder: the name as the article tells it
--
-- key: mention_id
-- by: article_id through matched.mentions
select
    voices.mention_id,
    mentions.article_id,
    voices.holder,
    voices.holder_role,
    articles.published_on
from matched.voices as voices
join matched.mentions as mentions using (mention_id)
join staged.articles as articles using (article_id)
where voices.holder is not null and voices.holder_kind = 'speaker'
union all by name
select
    labels.label_id as mention_id,
    labels.article_id,
    labels.holder,
    labels.holder_role,
    articles.published_on
from staged.labels as labels
join staged.articles as articles using (article_id)
where labels.holder is not null and labels.holder_kind = 'speaker'
