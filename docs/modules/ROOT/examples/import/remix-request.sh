payload="$(printf '{"user":"Ada"}' | base64)"
signature="$(printf %s "$payload" | openssl dgst -sha256 -hmac abcdef1234 -binary | base64 | tr -d =)"
curl -i -b "__session=$payload.$signature" http://localhost:8080/
