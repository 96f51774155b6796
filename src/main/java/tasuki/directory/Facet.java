package tasuki.directory;

import java.util.List;

/**
 * Something one may search organisations by: what it offers, a register it stands in, room left.
 *
 * @param code unique, begins with the room's word: {@code offer:gastrostomy}
 * @param nameKey key of the message that names it
 * @param words other words by which people mean it, in any spelling: 胃ろう, PEG
 * @param open whether the public may search by it and see it
 */
public record Facet(String code, String nameKey, List<String> words, boolean open) {}
