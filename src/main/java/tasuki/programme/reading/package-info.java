/**
 * Reads the lists of programmes that offices print: what is certain becomes a value, what is not
 * becomes a doubt beside its line. Nothing is guessed; at most a person is offered a suggestion.
 */
@NullMarked
package tasuki.programme.reading;

import org.jspecify.annotations.NullMarked;
