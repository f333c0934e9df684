-- coverage_feeds: what each feed brought, per month of collection: rows now in the archive, records
-- now in quarantine and their share of both. A refused record has no source and often no date, so
-- it is counted here and not in coverage. "known" are records that were delivered again, counted
-- in the month in which their batch was published: the ledger has no other date of them.
--   SELECT * FROM coverage_feeds WHERE share_quarantined > 0.05 ORDER BY month;
CREATE OR REPLACE VIEW lake.coverage_feeds AS
WITH counted AS (
    SELECT feed_id, date_trunc('month', collected_at)::DATE AS month,
           count(*) AS revisions, 0 AS quarantined, 0 AS known
    FROM lake.dispatch_revisions
    GROUP BY ALL
    UNION ALL
    SELECT feed_id, date_trunc('month', collected_at)::DATE, 0, count(*), 0
    FROM lake.quarantine
    GROUP BY ALL
    UNION ALL
    SELECT feed_id, date_trunc('month', published_at)::DATE, 0, 0, sum(known)
    FROM lake.batches
    GROUP BY ALL
)
SELECT feed_id,
       month,
       sum(revisions)::BIGINT AS revisions,
       sum(quarantined)::BIGINT AS quarantined,
       sum(known)::BIGINT AS known,
       sum(quarantined) / nullif(sum(revisions) + sum(quarantined), 0) AS share_quarantined
FROM counted
GROUP BY ALL
HAVING sum(revisions) + sum(quarantined) + sum(known) > 0
