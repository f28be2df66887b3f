curl -s -b cookies -c cookies -d name=ada -d password=tutorial http://localhost:8080/login
curl -s -b cookies -c cookies -d title=Middlemarch http://localhost:8080/books
curl -s -b cookies -c cookies http://localhost:8080/ | grep -e '<li>' -e '<strong>'
