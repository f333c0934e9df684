-- coverage: what the archive has, per source, language and month of issue, and how complete it
-- is. Counts every revision but the withheld words: shares are of revisions.
--   SELECT * FROM coverage WHERE source = 'AFP' ORDER BY month;
CREATE OR REPLACE VIEW lake.coverage AS
SELECT source,
       language,
       date_trunc('month', issue_date)::DATE AS month,
       count(DISTINCT dispatch_id) AS dispatches,
       count(*) AS revisions,
       count(*) FILTER (WHERE pubstatus <> 'usable') AS withdrawn,
       sum(word_count)::BIGINT AS words,
       avg((issue_date_basis = 'collected')::INT) AS share_undated,
       avg((headline IS NULL)::INT) AS share_without_headline,
       avg((dateline IS NOT NULL)::INT) AS share_with_dateline,
       avg((len(actors) > 0)::INT) AS share_with_actors,
       avg((len(quality_flags) > 0)::INT) AS share_flagged,
       min(issued_at) AS first_issued_at,
       max(issued_at) AS last_issued_at
FROM lake.dispatch_revisions
GROUP BY ALL
