package tasuki.person;

import java.util.UUID;

/** Somebody asked which office answers for a person's plan (照会); see {@link LookUp#inquiry}. */
public record PersonInquired(UUID inquiry) {}
