package tasuki;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one deployable: starts every room of the house. */
@SpringBootApplication
public class Tasuki {
  public static void main(String[] arguments) {
    SpringApplication.run(Tasuki.class, arguments);
  }
}
