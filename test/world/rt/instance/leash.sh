#!/bin/sh
# leash.sh FOLDER COMMAND...: runs COMMAND in a process group of its own, until it ends or standard input does, which happens however the
# program at the other end came to its end. Then nothing of the group is left running, and FOLDER is gone. Exits as COMMAND did.
folder=$1
shift
exec 3<&0
setsid "$@" </dev/null 3<&- &
group=$!
{ read -r _; kill -s KILL -- "-$group"; } <&3 &
watch=$!
wait "$group"
status=$?
kill -s KILL "$watch" 2>/dev/null
kill -s KILL -- "-$group" 2>/dev/null
rm -rf "$folder"
exit "$status"
