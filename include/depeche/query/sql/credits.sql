-- credits: one row for each mention of an agency in the dispatches, with the part it had:
-- issuer, joint, contributor, quoted or photo. "start" and "end" count characters of
-- full_text; null where only the metadata name the agency.
--   SELECT publisher, role, count(*) FROM credits WHERE agency_id = 'AFP' GROUP BY ALL;
CREATE OR REPLACE VIEW lake.credits AS
WITH unnested AS (
    SELECT dispatch_id, revision, source, publisher, language, issue_date, issued_at,
           unnest(credits) AS credit
    FROM lake.dispatches
)
SELECT dispatch_id, revision, source, publisher, language, issue_date, issued_at,
       credit.agency_id AS agency_id,
       credit.wikidata_id AS wikidata_id,
       credit.role AS role,
       credit.text AS credit_text,
       credit.start AS "start",
       credit."end" AS "end",
       credit.rule AS rule
FROM unnested
