-- The words of the passage that a mention stands in, each once, in lower case.
--
-- words: of two letters or more, with the marks inside them, such as o'clock and well-known
--
-- key: mention_id
-- by: mention_id
select
    mention_id,
    list_filter(
        list_sort(list_distinct(regexp_extract_all(
            lower(passage), '\p{L}[\p{L}\p{M}]*(?:[''’-][\p{L}\p{M}]+)*'
        ))),
        lambda word: length(word) > 1
    ) as words
from matched.mentions
