-- coverage: what the archive has, per source, language and month of issue, and how complete it
-- is. A month without anything between the first and the last month of a series has a row of 0.
-- "dated" counts the dispatches with a date of their own: what has none lies in the month of its
-- collection, and neither begins nor ends a series. "days" are the days with dated dispatches.
-- "neighbours" is the median of "dated" over the months with dispatches of the year before and the
-- year after; depeche coverage expects more finely (weekdays, holidays, season).
-- "same_words" are revisions whose words another one of that month has too. Shares are of
-- revisions, null where there are none; "share_quarantined" is of what came in the same raw
-- files, because a refused record has no source (coverage_feeds counts them by feed).
--   SELECT * FROM coverage WHERE source = 'AFP' AND dated < 0.5 * neighbours ORDER BY month;
CREATE OR REPLACE VIEW lake.coverage AS
WITH counted AS (
    SELECT source,
           language,
           date_trunc('month', issue_date)::DATE AS month,
           count(DISTINCT dispatch_id) AS dispatches,
           count(DISTINCT dispatch_id) FILTER (WHERE issue_date_basis <> 'collected') AS dated,
           count(*) AS revisions,
           count(DISTINCT issue_date) FILTER (WHERE issue_date_basis <> 'collected') AS days,
           count(*) FILTER (WHERE pubstatus <> 'usable') AS withdrawn,
           count(*) - count(DISTINCT text_sha256) AS same_words,
           sum(word_count)::BIGINT AS words,
           avg((issue_date_basis <> 'collected')::INT) AS share_with_date,
           avg((headline IS NOT NULL)::INT) AS share_with_headline,
           avg((dateline IS NOT NULL)::INT) AS share_with_dateline,
           avg((len(actors) > 0)::INT) AS share_with_actors,
           avg((len(quality_flags) > 0)::INT) AS share_flagged,
           min(issued_at) AS first_issued_at,
           max(issued_at) AS last_issued_at
    FROM lake.dispatch_revisions
    GROUP BY ALL
), refused AS (
    SELECT split_part(raw_uri, '#', 1) AS file, count(*) AS records
    FROM lake.quarantine
    WHERE raw_uri IS NOT NULL
    GROUP BY ALL
), delivered AS (
    SELECT source, language, date_trunc('month', issue_date)::DATE AS month,
           split_part(raw_uri, '#', 1) AS file, count(*) AS records
    FROM lake.dispatch_revisions
    WHERE raw_uri IS NOT NULL
    GROUP BY ALL
), of_file AS (
    SELECT file, coalesce(any_value(r.records), 0) / (sum(d.records) + coalesce(any_value(r.records), 0)) AS share
    FROM delivered AS d LEFT JOIN refused AS r USING (file)
    GROUP BY ALL
), quarantined AS (
    SELECT source, language, month, sum(share * records) / sum(records) AS share_quarantined
    FROM delivered JOIN of_file USING (file)
    GROUP BY ALL
), spans AS (
    SELECT source, language, min(month) AS first_month, max(month) AS last_month
    FROM counted
    WHERE dated > 0
    GROUP BY ALL
), months AS (
    SELECT source, language,
           unnest(generate_series(first_month, last_month, INTERVAL 1 MONTH))::DATE AS month
    FROM spans
    UNION
    SELECT source, language, month FROM counted
)
SELECT m.source,
       m.language,
       m.month,
       coalesce(c.dispatches, 0) AS dispatches,
       coalesce(c.dated, 0) AS dated,
       coalesce(c.revisions, 0) AS revisions,
       coalesce(c.days, 0) AS days,
       median(c.dated) FILTER (WHERE c.dated > 0) OVER (
           PARTITION BY m.source, m.language ORDER BY m.month
           RANGE BETWEEN INTERVAL 12 MONTHS PRECEDING AND INTERVAL 12 MONTHS FOLLOWING
           EXCLUDE CURRENT ROW
       ) AS neighbours,
       coalesce(c.withdrawn, 0) AS withdrawn,
       coalesce(c.same_words, 0) AS same_words,
       coalesce(c.words, 0) AS words,
       c.share_with_date,
       c.share_with_headline,
       c.share_with_dateline,
       c.share_with_actors,
       c.share_flagged,
       q.share_quarantined,
       c.first_issued_at,
       c.last_issued_at
FROM months AS m
LEFT JOIN counted AS c
    ON c.source = m.source AND c.language IS NOT DISTINCT FROM m.language AND c.month = m.month
LEFT JOIN quarantined AS q
    ON q.source = m.source AND q.language IS NOT DISTINCT FROM m.language AND q.month = m.month
