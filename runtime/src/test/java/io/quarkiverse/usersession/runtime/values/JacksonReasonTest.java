package io.quarkiverse.usersession.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;

/** What a user learns where Jackson can't write an object, or could not read it back, and that no value is told. */
class JacksonReasonTest {

    private static final String SECRET = "s3cret";

    private ObjectMapper mapper = new ObjectMapper().findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    // written

    public static class Customer {
        public String name = SECRET;
        public List<Order> orders = new ArrayList<>();
    }

    public static class Order {
        public Customer customer;

        static Order ofACustomerWhoHasIt() {
            Order order = new Order();
            order.customer = new Customer();
            order.customer.orders.add(order);
            return order;
        }
    }

    @Test
    @Timeout(120)
    void aCycleIsNamedByItsTypesAndProperties() {
        assertThat(refusal(Order.ofACustomerWhoHasIt()))
                .startsWith(
                        "a " + Order.class.getName() + " can't be stored, because the application's ObjectMapper can't write"
                                + " it: ")
                .contains("JsonMappingException (java.lang.StackOverflowError) at ", "orders[].customer",
                        "..., a cycle;")
                .contains("store an id instead");
    }

    @Test
    @Timeout(120)
    void aCycleOnALittleStackIsRefusedAsWell() throws InterruptedException {
        List<String> refusals = new ArrayList<>();
        Thread thread = new Thread(null, () -> refusals.add(refusal(Order.ofACustomerWhoHasIt())), "small", 160 * 1024);
        thread.start();
        thread.join();

        assertThat(refusals).singleElement().asString().contains("can't be stored", "store an id instead");
    }

    public static class EndlessChain {
        public String name = SECRET;

        public EndlessChain getNext() {
            return new EndlessChain();
        }
    }

    @Test
    @Timeout(120)
    void aChainWithoutEndIsRefused() {
        assertThat(refusal(new EndlessChain())).contains(EndlessChain.class.getName() + ".next.next..., a cycle");
    }

    /** As Hibernate's, whose classes are not here. */
    public static class LazyInitializationException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LazyInitializationException() {
            super("could not initialize proxy [" + SECRET + "#1]");
        }
    }

    public static class LazyCustomer extends Customer {
        public String getCity() {
            throw new LazyInitializationException();
        }
    }

    @Test
    void aLazyProxyIsNamedByTheExceptionThePropertyAndTheTypes() {
        Order order = new Order();
        order.customer = new LazyCustomer();

        assertThat(refusal(order)).contains("JsonMappingException (" + LazyInitializationException.class.getName() + ")",
                " at " + Order.class.getName() + ".customer.city;");
    }

    public record Holder(Object held) {
    }

    public static class Interceptor {
    }

    @Test
    void aTypeWithoutSerializerIsNamed() {
        assertThat(refusal(new Holder(new Interceptor())))
                .contains("InvalidDefinitionException for type " + Interceptor.class.getName() + " at " + Holder.class.getName()
                        + ".held;");
    }

    @Test
    void keysOfMapsAreData() {
        assertThat(refusal(new Holder(new TreeMap<>(Map.of(SECRET, List.of(new Interceptor()))))))
                .contains(" at " + Holder.class.getName() + ".held[][];");
    }

    @Test
    void aPropertyIsCalledAsInJson() {
        record Wide(Interceptor someThing) {
        }
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

        assertThat(refusal(new Wide(new Interceptor()))).contains(Wide.class.getName() + ".some_thing;");
    }

    private String refusal(Object value) {
        Throwable thrown = catchThrowable(() -> new Snapshots(new JacksonValues(() -> mapper)).of(value));
        assertThat(thrown).isInstanceOf(UnsuitableValueException.class).hasNoCause();
        assertThat(thrown.getMessage()).doesNotContain(SECRET).doesNotContain("\n");
        return thrown.getMessage();
    }
}
