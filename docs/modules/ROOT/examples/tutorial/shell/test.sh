mvn test
