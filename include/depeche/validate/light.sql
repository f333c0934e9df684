-- The light frame: one row of scalars for each staged dispatch, for Great Expectations to
-- judge. $file is dispatches.parquet. offsets.py adds the columns wrong_mentions, wrong_credits and
-- wrong_datelines.
SELECT
    file_row_number AS row_no,
    -- identity
    length(dispatch_id) AS key_length,
    revision,
    id_basis,
    length(regexp_extract(raw_sha256, '^[0-9a-f]{64}$')) AS raw_digest_length,
    length(regexp_extract(text_sha256, '^[0-9a-f]{64}$')) AS text_digest_length,
    length(source) AS source_length,
    -- text; an order to withdraw needs no words
    CASE WHEN pubstatus = 'canceled' THEN 1
         ELSE length(trim(coalesce(headline, ''), E' \n\r\t')) + length(trim(coalesce(text, ''), E' \n\r\t'))
         END AS words_length,
    length(text) AS text_length,
    (length(full_text) - length(replace(full_text, chr(65533), ''))) / greatest(length(full_text), 1)
        AS undecoded_share,
    len(regexp_extract_all(coalesce(text, '') || coalesce(headline, ''), '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]'))
        AS control_characters,
    len(regexp_extract_all(
        text,
        '</?(?:p|div|span|br|a|b|i|em|strong|h[1-6]|ul|ol|li|table|tr|td|img|script|style|html|body)\b[^<>]*>',
        0, 'i')) AS markup_tags,
    -- null is fair for a few words; from 20 words on a language can be told
    coalesce(split_part(lower(language), '-', 1), CASE WHEN word_count >= 20 THEN 'unknown' END) AS language,
    -- lifecycle
    urgency,
    pubstatus,
    -- time
    round((epoch(issued_at) - epoch(now())) / 86400, 1) AS issued_days_ahead,
    (issue_date - current_date)::DOUBLE AS issue_date_days_ahead,
    year(issued_at) AS issued_year,
    year(issue_date) AS issue_date_year,
    issue_date_basis,
    as_of_basis,
    issued_at_precision,
    -- what was found in the text
    len(actors) AS actor_count,
    list_min(list_concat(
        list_transform(flatten(list_transform(actors, lambda a: a.mentions)), lambda m: m.confidence),
        list_transform(dateline.places, lambda p: p.confidence))) AS lowest_confidence,
    list_max(list_concat(
        list_transform(flatten(list_transform(actors, lambda a: a.mentions)), lambda m: m.confidence),
        list_transform(dateline.places, lambda p: p.confidence))) AS highest_confidence,
    -- for the batch's shares
    -- neither its metadata nor its dateline say when it was issued
    issue_date_basis = 'collected' AS is_undated,
    coalesce(source, 'UNKNOWN') = 'UNKNOWN' AS is_unsourced
FROM read_parquet($file, file_row_number = true)
ORDER BY row_no
