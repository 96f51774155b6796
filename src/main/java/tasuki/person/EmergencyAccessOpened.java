package tasuki.person;

import java.util.UUID;

/** Somebody opened a person by emergency access (緊急閲覧); see {@link Access#opened}. */
public record EmergencyAccessOpened(UUID access) {}
