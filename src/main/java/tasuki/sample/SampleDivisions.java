package tasuki.sample;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;

/** The divisions of the prefecture and of a city, and who works in them. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleDivisions {

  private final Divisions divisions;
  private final SampleKeys keys;

  SampleDivisions(Divisions divisions, SampleKeys keys) {
    this.divisions = divisions;
    this.keys = keys;
  }

  static List<SampleRow> all() {
    return SampleRow.all("divisions");
  }

  /** Opens a division of the acting administrator's organisation and places its officers. */
  void open(SampleRow row) {
    String name = row.get("name");
    boolean compiles = row.get("compiles").equals("yes");
    DivisionId id = divisions.open(name, compiles);
    divisions.change(
        id, name, compiles, row.parts("members", ";").stream().map(keys::account).toList());
  }
}
