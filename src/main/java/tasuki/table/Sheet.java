package tasuki.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be handed out.
 *
 * @param name of the sheet in Excel
 * @param title above the table and on every printed page
 * @param notes lines under the title: what was counted, and how
 * @param rows cells as text, {@link Number} or {@link java.time.LocalDate}; null for an empty one
 */
public record Sheet(
    String name,
    String title,
    List<String> notes,
    List<SheetColumn> columns,
    List<List<@Nullable Object>> rows) {}
