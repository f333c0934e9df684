-- actor_mentions: one row for each mention of an actor in the dispatches, with the words,
-- where they stand ("start" and "end" count characters of the named field) and the rule.
--   SELECT name, count(*) FROM actor_mentions GROUP BY ALL ORDER BY 2 DESC LIMIT 20;
CREATE OR REPLACE VIEW lake.actor_mentions AS
WITH actors AS (
    SELECT dispatch_id, revision, source, language, issue_date, issued_at, as_of_date, headline,
           unnest(actors) AS actor
    FROM lake.dispatches
), mentions AS (
    SELECT * EXCLUDE (actor), actor, unnest(actor.mentions) AS mention FROM actors
)
SELECT dispatch_id, revision, source, language, issue_date, issued_at, as_of_date, headline,
       actor.actor_id AS actor_id,
       actor.wikidata_id AS wikidata_id,
       actor.kind AS kind,
       actor.name AS name,
       actor.country_code AS country_code,
       actor.office_id AS office_id,
       actor.cameo_code AS cameo_code,
       mention.text AS mention_text,
       mention.field AS field,
       mention.start AS "start",
       mention."end" AS "end",
       mention.rule AS rule,
       mention.confidence AS confidence
FROM mentions
