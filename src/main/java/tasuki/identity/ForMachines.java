package tasuki.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint for the programs of organisations, under {@code /api}. It acts as {@link
 * tasuki.kernel.Actor.Machine}; people's sessions do not reach it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForMachines {}
