#!/bin/sh
# leash.sh FOLDER COMMAND...: runs COMMAND in a process group of its own, until it ends or standard input does, which happens however the
# program at the other end came to its end. Then nothing of the group is left running, and FOLDER is gone. Exits as COMMAND did.
folder=$1
shift
exec 3<&0
setsid "$@" </dev/null 3<&- &
group=$!
# The other end may be gone when there is something to say here.
exec >/dev/null 2>&1
{ read -r _; kill -s KILL -- "-$group"; } <&3 &
watch=$!
wait "$group"
status=$?
kill -s KILL "$watch"
kill -s KILL -- "-$group"
# One of those may have been writing until this moment.
rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }
exit "$status"
