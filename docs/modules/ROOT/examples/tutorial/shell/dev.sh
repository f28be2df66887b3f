mvn quarkus:dev
