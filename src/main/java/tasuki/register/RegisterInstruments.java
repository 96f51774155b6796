package tasuki.register;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.web.InstrumentSource;
import tasuki.web.Phrases;

/** Registers are instruments of programmes: 名簿・指定. */
@Component
class RegisterInstruments implements InstrumentSource {

  private static final String KIND = "DIRECTORY";

  private final Registers registers;
  private final Phrases say;

  RegisterInstruments(Registers registers, Phrases say) {
    this.registers = registers;
    this.say = say;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Kept> kept() {
    return registers.inForce().stream()
        .map(
            one ->
                new Kept(
                    RegisterFacets.PREFIX + one.code(),
                    KIND,
                    one.name().in(say.locale()),
                    "/registers/" + one.code()))
        .toList();
  }
}
