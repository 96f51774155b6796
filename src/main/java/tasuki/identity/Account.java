package tasuki.identity;

import org.jspecify.annotations.Nullable;

/** One human being who signs in. */
public record Account(
    AccountId id,
    String login,
    String name,
    String kana,
    Profession profession,
    @Nullable String mail,
    String language,
    boolean closed) {}
