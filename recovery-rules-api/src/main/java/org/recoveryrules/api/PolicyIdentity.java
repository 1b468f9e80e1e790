package org.recoveryrules.api;

/**
 * The exact rules that decide. Equal contexts under an equal digest give equal decisions.
 *
 * <p>The constructor throws {@link IllegalArgumentException} if a component is null, name or version is blank, or
 * the digest is not 64 hexadecimal digits in lower case.
 *
 * @param name the policy's name
 * @param version the policy's version
 * @param digest SHA-256 over the normalised names and the bytes of its files, 64 hexadecimal digits in lower case
 */
public record PolicyIdentity(String name, String version, String digest) {
    public PolicyIdentity {
        Require.text(name, "policy.name");
        Require.text(version, "policy.version");
        Require.digest(digest, "policy.digest");
    }
}
