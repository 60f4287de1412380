package io.liying.skill.translate;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

@ObjectClassDefinition(name = "Translation", description = "Which service translates; none at first.")
@interface TranslateConfig {

    @AttributeDefinition(
            name = "Translation service",
            description = "How the service is asked; DeepL needs a key.",
            options = {@Option("libretranslate"), @Option("deepl")})
    String translate_service() default "libretranslate";

    @AttributeDefinition(
            name = "Translation address",
            description =
                    "Where the service is, such as http://127.0.0.1:5000 or https://api-free.deepl.com; it reads what"
                            + " is translated. Empty leaves the phrase book only.",
            required = false)
    String translate_url() default "";

    @AttributeDefinition(
            name = "Translation key",
            description = "The key for DeepL, or for a LibreTranslate that wants one; a secret.",
            required = false)
    String _translate_key() default "";

    @AttributeDefinition(
            name = "Translation time limit",
            description = "Seconds that the service may take for an answer.",
            min = "1",
            max = "60")
    int translate_seconds() default 15;

    @AttributeDefinition(
            name = "Translations kept",
            description = "Translations that are kept in memory.",
            min = "0",
            max = "100000")
    int translate_cache() default 500;
}
