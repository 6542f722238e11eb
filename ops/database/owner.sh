#!/bin/sh
# Runs once, when the data folder of the database is empty: the role that owns the tables, and its database.
# The other roles are made by the migrations; setup gives them their passwords.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$OWNER_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE thuistafel_owner LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE thuistafel OWNER thuistafel_owner;
SQL
