-- passage(words, start, end): the characters from start to end of a field in brackets, with 40
-- characters on either side, on one line. For the offsets of mentions, credits and datelines.
--   SELECT passage(text, m."start", m."end")
--   FROM actor_mentions m JOIN dispatches USING (dispatch_id) WHERE m.field = 'text' LIMIT 5;
CREATE OR REPLACE MACRO lake.passage(words, first, last) AS
    replace(
        words[greatest(first - 39, 1) : first] || '[' || words[first + 1 : last] || ']'
            || words[last + 1 : last + 40],
        chr(10), ' ')
