#!/usr/bin/env bash
# Checks a trail as Deskcheck exports it (JSON) with base64 and openssl 3 alone: every event's hash, place and signature, every content's
# digest, every disclosed text, and the terminal record. Usage: docs/check-trail.sh FILE [FINGERPRINT]. It reads the file line by line, as it
# was written; `npm run verify` also checks its shape, its keys' use and that nothing else in it changed. Ends with 0, 1 (does not hold) or 3.
set -euo pipefail
file=$1 expected=${2:-}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
fail() { echo "$file does not hold: $*" >&2; exit 1; }
url() { tr '+/' '-_' | tr -d '=\n'; }
plain() { local text; text=$(tr -- '-_' '+/' <<<"$1"); while (( ${#text} % 4 )); do text+='='; done; base64 -d <<<"$text"; }
sum() { openssl dgst -sha256 -binary | base64 -w0 | url; }
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([A-Za-z0-9_-]*\).*/\1/p" "$2"; }

check_signature() { # KEY PAYLOAD SIGNATURE WHAT
  [ -f "$dir/$1.der" ] || fail "$4 is signed by a key that the file does not hold: $1"
  if [ -f "$dir/$1.p256" ]; then # r ‖ s becomes DER
    local hex; hex=$(base64 -d <<<"$3" | od -An -tx1 | tr -d ' \n')
    printf 'asn1=SEQUENCE:s\n[s]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n' "${hex:0:64}" "${hex:64:64}" > "$dir/conf"
    openssl asn1parse -genconf "$dir/conf" -noout -out "$dir/sig" > /dev/null
    openssl dgst -sha256 -verify "$dir/$1.der" -keyform DER -signature "$dir/sig" "$2" > /dev/null 2>&1 || fail "$4: signature"
  else
    base64 -d <<<"$3" > "$dir/sig"
    openssl pkeyutl -verify -pubin -keyform DER -inkey "$dir/$1.der" -rawin -in "$2" -sigfile "$dir/sig" > /dev/null 2>&1 || fail "$4: signature"
  fi
}

check_key() { # ID X Y: the fingerprint is the digest of the key (RFC 7638)
  local jwk="{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"$2\"}"
  [ -z "$3" ] || jwk="{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"$2\",\"y\":\"$3\"}"
  [ "$(printf %s "$jwk" | sum)" = "$1" ] || fail "key $1 is not the key that its fingerprint names"
  if [ -z "$3" ]; then { printf '\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00'; plain "$2"; } > "$dir/$1.der"
  else { printf '\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00\x04'; plain "$2"; plain "$3"; } > "$dir/$1.der"; : > "$dir/$1.p256"; fi
}

part='' id='' x='' y='' seq=0 previous=$(printf 'A%.0s' {1..43}) hash='' digest='' salt='' keys=''
while IFS= read -r line; do
  case $line in
    '  "keys": ['*|'  "events": ['*|'  "contents": {'*|'  "end": {'*) part=${line:3:4} ;;
    '      "id": '*) [ "$part" != keys ] || id=$(cut -d'"' -f4 <<<"$line"); x='' y='' ;;
    '        "x": '*) x=$(cut -d'"' -f4 <<<"$line") ;;
    '        "y": '*) y=$(cut -d'"' -f4 <<<"$line") ;;
    '      }') [ "$part" != keys ] || { check_key "$id" "$x" "$y"; keys+=" $id"; } ;;
    '    "'*'": {') digest=$(cut -d'"' -f2 <<<"$line") ;;
    *'"payload": "'*) base64 -d <<<"$(cut -d'"' -f4 <<<"$line")" > "$dir/payload"
      [ "$part" != cont ] || [ "$(sum < "$dir/payload")" = "$digest" ] || fail "content $digest was changed" ;;
    '      "hash": '*) hash=$(cut -d'"' -f4 <<<"$line"); [ "$(sum < "$dir/payload")" = "$hash" ] || fail "event $seq was changed" ;;
    *'"signature": "'*) tail -c 400 "$dir/payload" > "$dir/core"; [ "$part" != end\" ] || cp "$dir/payload" "$dir/core"
      check_signature "$(field key "$dir/core")" "$dir/payload" "$(cut -d'"' -f4 <<<"$line")" "$part $seq"
      if [ "$part" = even ]; then
        [ "$(field previous "$dir/core")" = "$previous" ] && [ "$(field seq "$dir/core")" = "$seq" ] || fail "event $seq does not follow the one before"
        previous=$hash; seq=$((seq + 1))
      else [ "$(field head "$dir/core")" = "$previous" ] && [ "$(field count "$dir/core")" = "$seq" ] || fail "its end names other events"; fi ;;
    *'"salt": "'*) salt=$(cut -d'"' -f4 <<<"$line") ;;
    *'"text": '*) grep -qF "\"$({ plain "$salt"; printf %s "${line#*'"text": '}"; } | sum)\"" "$dir/payload" || fail "a text was changed: $line" ;;
  esac
done < "$file"
[ "$part" = end\" ] || fail 'it has no end'
echo "$file: $seq events hold, head $previous, signed by$keys"
[ -n "$expected" ] || { echo 'Whose key that is, this file cannot prove: give the fingerprint that the options show.'; exit 3; }
[ "$keys" = " $expected" ] || fail "it is signed by$keys"
