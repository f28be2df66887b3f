package org.acme.compatibility.securityjpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;

@Entity
@UserDefinition
public class Account {

    @Id
    @Username
    public String name;

    @Password
    public String password;

    @Roles
    public String roles;

    public static Account of(String name, String password) {
        Account account = new Account();
        account.name = name;
        account.password = BcryptUtil.bcryptHash(password);
        account.roles = "reader";
        return account;
    }
}
