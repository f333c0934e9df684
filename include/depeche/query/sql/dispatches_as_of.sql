-- dispatches_as_of(moment): the wire as it stood at that moment, which is a TIMESTAMPTZ
-- (or a text such as '2016-07-06 18:00:00Z'). A revision is there from issued_at on, or,
-- where the agency does not say, from collected_at on. Embargoes count as of the moment.
--   SELECT headline FROM dispatches_as_of('2016-07-06 18:00:00Z') WHERE source = 'AFP';
CREATE OR REPLACE MACRO lake.dispatches_as_of(moment) AS TABLE
SELECT d.*
FROM lake.dispatch_revisions AS d
WHERE d.pubstatus = 'usable'
  AND coalesce(d.issued_at, d.collected_at) <= moment::TIMESTAMPTZ
  AND (d.embargo_until IS NULL OR d.embargo_until <= moment::TIMESTAMPTZ)
  AND NOT EXISTS (
      SELECT 1
      FROM lake.dispatch_revisions AS newer
      WHERE newer.dispatch_id = d.dispatch_id
        AND newer.issue_date = d.issue_date
        AND newer.revision > d.revision
        AND coalesce(newer.issued_at, newer.collected_at) <= moment::TIMESTAMPTZ
        AND (newer.pubstatus <> 'usable' OR newer.embargo_until IS NULL
             OR newer.embargo_until <= moment::TIMESTAMPTZ)
  )
