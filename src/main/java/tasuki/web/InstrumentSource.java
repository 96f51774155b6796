package tasuki.web;

import java.util.List;

/**
 * Instruments of care that a room keeps and through which a programme may work: a register, an
 * area's rule. A new room adds its own and changes no other.
 */
public interface InstrumentSource {

  /**
   * An instrument.
   *
   * @param target by what it is known everywhere, such as {@code register:home-care-support}
   * @param kind the name of the kind of instrument it is
   * @param name in the reader's language
   * @param href where it stands
   */
  record Kept(String target, String kind, String name, String href) {}

  /** The room's instruments that the reader may choose, in the order of the room. */
  List<Kept> kept();
}
