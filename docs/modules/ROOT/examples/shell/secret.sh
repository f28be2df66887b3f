export SESSION_SECRET="$(openssl rand -base64 48)"
