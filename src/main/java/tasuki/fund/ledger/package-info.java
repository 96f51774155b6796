/** The fund's money: what is in it, what programmes draw of it, and what is asked of the state. */
@NamedInterface("ledger")
@NullMarked
package tasuki.fund.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
