export SESSION_SECRET="$(head -c 48 /dev/urandom | base64)"
java -Dquarkus.user-session.import.format=gorilla \
     -Dquarkus.user-session.import.secrets=abcdef1234 \
     -Dquarkus.user-session.import.max-age=36500D \
     -Dquarkus.user-session.import.until=2099-12-31 \
     '-Dquarkus.user-session.import.keys."username"=userName' \
     -jar integration-tests/target/quarkus-app/quarkus-run.jar
