package tasuki;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * The whole application with the sample prefecture, started once for all tests, on a real server
 * and a real port. Tests that change data make their own organisations and persons.
 */
public final class House {

  private static @Nullable ConfigurableApplicationContext context;

  private House() {}

  private static synchronized ConfigurableApplicationContext context() {
    ConfigurableApplicationContext running = context;
    if (running == null) {
      running = start();
      context = running;
    }
    return running;
  }

  private static ConfigurableApplicationContext start() {
    Map<String, Object> properties = new HashMap<>(TestDatabase.address().asProperties());
    properties.put("tasuki.mode", "demo");
    properties.put("tasuki.data", "target/test-data");
    properties.put("tasuki.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    properties.put("server.port", 0);
    properties.put("server.address", "127.0.0.1");
    SpringApplication application = new SpringApplication(Tasuki.class);
    application.setDefaultProperties(properties);
    return application.run();
  }

  /** A bean of the running application. */
  public static <T> T bean(Class<T> type) {
    return context().getBean(type);
  }

  /** A bean of the running application by its name, where there are several of a type. */
  public static <T> T bean(String name, Class<T> type) {
    return context().getBean(name, type);
  }

  /** Publishes an event as a room would, within the running transaction. */
  public static void publish(Object event) {
    context().publishEvent(event);
  }

  /** Where the running application answers, without a slash at the end. */
  public static String url() {
    return "http://localhost:"
        + context().getEnvironment().getRequiredProperty("local.server.port");
  }

  /** Does the work in one transaction as the actor. */
  public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
    TransactionTemplate transaction =
        new TransactionTemplate(bean(PlatformTransactionManager.class));
    return Acting.as(actor, () -> transaction.execute(_ -> work.get()));
  }
}
