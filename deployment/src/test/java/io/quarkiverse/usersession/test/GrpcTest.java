package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Drainable;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.quarkus.builder.Version;
import io.quarkus.grpc.GrpcService;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;

/** A gRPC service has a request context, and no HTTP request in it. */
class GrpcTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-grpc", Version.getVersion())))
            .withApplicationRoot(jar -> jar.addClasses(InjectedSessions.class, Calls.class, Text.class))
            .overrideConfigKey("quarkus.grpc.server.use-separate-server", "false");

    private static final MethodDescriptor<String, String> METHOD = MethodDescriptor.<String, String> newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("Sessions/refusals")
            .setRequestMarshaller(new Text()).setResponseMarshaller(new Text()).build();

    @Test
    void aGrpcServiceIsToldThatItHasNoSession() {
        ManagedChannel channel = ManagedChannelBuilder.forAddress("localhost", RestAssured.port).usePlaintext().build();
        try {
            assertThat(ClientCalls.blockingUnaryCall(channel, METHOD, CallOptions.DEFAULT, ""))
                    .isEqualTo(InjectedSessions.REFUSAL);
        } finally {
            channel.shutdownNow();
        }
    }

    @GrpcService
    public static class Calls implements BindableService {

        @Inject
        InjectedSessions sessions;

        @Override
        public ServerServiceDefinition bindService() {
            return ServerServiceDefinition.builder("Sessions")
                    .addMethod(METHOD, ServerCalls.asyncUnaryCall((request, responses) -> {
                        responses.onNext(sessions.refusals());
                        responses.onCompleted();
                    })).build();
        }
    }

    /** Messages without Protocol Buffers. */
    public static class Text implements MethodDescriptor.Marshaller<String> {

        @Override
        public InputStream stream(String text) {
            return new DrainableText(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class DrainableText extends ByteArrayInputStream implements Drainable {

        private DrainableText(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int drainTo(OutputStream target) throws IOException {
            return (int) transferTo(target);
        }
    }
}
