kubectl patch secret shop-session --patch "{\"stringData\":{\"second\":\"$(head -c 48 /dev/urandom | base64)\"}}"
