#!/usr/bin/env bash
# Makes the lake catalog's own role and database. PostgreSQL's image runs it once, on an empty volume.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set password="$DEPECHE_DB_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE depeche LOGIN PASSWORD :'password';
CREATE DATABASE depeche OWNER depeche;
SQL
