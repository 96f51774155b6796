package tasuki.register;

import tasuki.identity.Profession;

/** Somebody who stands in a register by name, not for the organisation. */
public record Professional(String name, String kana, Profession profession) {}
