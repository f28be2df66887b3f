export SESSION_SECRET="$(head -c 48 /dev/urandom | base64)"
