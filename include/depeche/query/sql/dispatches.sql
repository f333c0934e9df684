-- dispatches: what may be used now. Of each dispatch its newest revision, unless that is
-- withheld or canceled; a revision under embargo does not count until its embargo ends.
-- All revisions of a dispatch share one issue_date (their partition), so that a filter on
-- issue_date reads that partition only.
CREATE OR REPLACE VIEW lake.dispatches AS
SELECT d.*
FROM lake.dispatch_revisions AS d
WHERE d.pubstatus = 'usable'
  AND (d.embargo_until IS NULL OR d.embargo_until <= now())
  AND NOT EXISTS (
      SELECT 1
      FROM lake.dispatch_revisions AS newer
      WHERE newer.dispatch_id = d.dispatch_id
        AND newer.issue_date = d.issue_date
        AND newer.revision > d.revision
        -- an order to withdraw counts at once, an embargoed text only when it is free
        AND (newer.pubstatus <> 'usable' OR newer.embargo_until IS NULL OR newer.embargo_until <= now())
  )
