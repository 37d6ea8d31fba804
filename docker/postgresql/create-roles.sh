#!/bin/sh
# Run by the PostgreSQL image when its volume is empty: one role per program, none a superuser.
set -eu

psql --set=ON_ERROR_STOP=1 \
  --set=afterword="$POSTGRES_AFTERWORD_PASSWORD" \
  --set=temporal="$POSTGRES_TEMPORAL_PASSWORD" <<'SQL'
create role afterword login createdb password :'afterword';
create role temporal login createdb password :'temporal';
create database afterword owner afterword;
SQL
