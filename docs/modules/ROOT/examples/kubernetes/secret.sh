kubectl create secret generic shop-session --from-literal=first="$(head -c 48 /dev/urandom | base64)"
