-- dateline_places: one row for each place a dispatch was filed from, as printed and as resolved.
--   SELECT country_code, count(*) FROM dateline_places GROUP BY ALL ORDER BY 2 DESC;
CREATE OR REPLACE VIEW lake.dateline_places AS
WITH unnested AS (
    SELECT dispatch_id, revision, source, language, issue_date, issued_at, headline,
           dateline.text AS dateline_text, unnest(dateline.places) AS place
    FROM lake.dispatches
    WHERE dateline IS NOT NULL
)
SELECT dispatch_id, revision, source, language, issue_date, issued_at, headline, dateline_text,
       place.text AS place_text,
       place.city_id AS city_id,
       place.name AS name,
       place.country_code AS country_code,
       place.country_code3 AS country_code3,
       place.admin AS admin,
       place.latitude AS latitude,
       place.longitude AS longitude,
       place.rule AS rule,
       place.confidence AS confidence
FROM unnested
