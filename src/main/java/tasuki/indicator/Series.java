package tasuki.indicator;

import java.util.UUID;

/**
 * What of an indicator is counted apart: 男性 and 女性, 連携1 to 3. Most indicators have one without a
 * name.
 */
public record Series(UUID id, String label) {}
