package tasuki.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which duties open a page. Every controller or handler of a signed-in page carries it; to anybody
 * else the page does not exist. Empty means every account that is signed in.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {
  Duty[] value();
}
