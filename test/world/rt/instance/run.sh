#!/bin/sh
# Makes the database of a new Request Tracker in DESKCHECK_RT_FOLDER, and serves it on DESKCHECK_RT_PORT of this machine until it is ended.
set -eu
cd "$(dirname "$0")"

# Without both of them the configuration in /etc would be read too.
export RT_SITE_CONFIG="$PWD/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$DESKCHECK_RT_FOLDER/site.d"
mkdir "$RT_SITE_CONFIG_DIR" "$DESKCHECK_RT_FOLDER/log" "$DESKCHECK_RT_FOLDER/mason" "$DESKCHECK_RT_FOLDER/session"

/usr/sbin/rt-setup-database-5 --action init --dba root --dba-password '' --root-password-file "$DESKCHECK_RT_FOLDER/root-password"
/usr/sbin/rt-setup-database-5 --action insert --skip-create --datafile "$PWD/initial-data.pl"
# The program above ends well whatever happened to the data; the tokens are the last of it.
test -f "$DESKCHECK_RT_FOLDER/tokens.json"

# A worker keeps the pages that it has compiled, so none is ended to be replaced by a new one.
exec /usr/share/request-tracker5/libexec/rt-server --server Starlet --host 127.0.0.1 --port "$DESKCHECK_RT_PORT" \
  --max-workers 4 --max-reqs-per-child 1000000 --timeout 10
