mvn package -DskipTests
export SESSION_SECRET="$(head -c 48 /dev/urandom | base64)"
java -jar target/quarkus-app/quarkus-run.jar
