#!/bin/sh
# Migrates Temporal's two databases to the schema of this version; creates them if they are missing.
# SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD come from the environment.
set -eu

schema=/etc/temporal/schema/postgresql/v12

set_up() {
  database=$1
  versions=$schema/$2/versioned
  if temporal-sql-tool --db "$database" update-schema -d "$versions"; then return; fi
  temporal-sql-tool --db "$database" create
  temporal-sql-tool --db "$database" setup-schema -v 0.0
  temporal-sql-tool --db "$database" update-schema -d "$versions"
}

set_up temporal temporal
set_up temporal_visibility visibility
