/** An application whose replicas remember sign-ins on one Redis. */
package io.quarkiverse.usersession.replicas;
