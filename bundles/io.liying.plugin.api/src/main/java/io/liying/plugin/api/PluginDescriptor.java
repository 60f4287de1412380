package io.liying.plugin.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plugin says about itself: the file {@code LIYING-INF/plugin.json} of its jar, or {@code plugin.json} at the top of
 * a {@code .lyp} archive.
 *
 * @param id stable, of lower-case letters, digits and hyphens, such as {@code unit-converter}
 * @param version as OSGi writes it: {@code major.minor.micro} and perhaps a qualifier
 * @param names its name in each language it speaks; English always
 * @param descriptions one sentence in each language
 * @param author who made it
 * @param licence an SPDX expression
 * @param homepage a web address, or empty
 * @param languages which languages it speaks
 * @param permissions what it asks for
 * @param panel the page of its browser panel inside the jar, such as {@code panel/index.html}
 */
public record PluginDescriptor(
        String id,
        String version,
        Map<Language, String> names,
        Map<Language, String> descriptions,
        String author,
        String licence,
        String homepage,
        Set<Language> languages,
        List<Permission> permissions,
        Optional<String> panel) {

    public PluginDescriptor {
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
        languages = Set.copyOf(languages);
        permissions = List.copyOf(permissions);
    }

    /** Its name in a language, else in English, else its id. */
    public String name(Language language) {
        return names.getOrDefault(language, names.getOrDefault(Language.ENGLISH, id));
    }

    /** Its description in a language, else in English, else nothing. */
    public String description(Language language) {
        return descriptions.getOrDefault(language, descriptions.getOrDefault(Language.ENGLISH, ""));
    }

    /** The values of its permissions of a kind. */
    public List<String> permitted(Permission.Kind kind) {
        return permissions.stream()
                .filter(permission -> permission.kind() == kind)
                .map(Permission::value)
                .toList();
    }
}
