package io.liying.skill.websearch;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

@ObjectClassDefinition(name = "Web search", description = "Which service searches the web; none at first.")
@interface WebSearchConfig {

    @AttributeDefinition(
            name = "Search service",
            description = "How the service is asked; Brave needs a key.",
            options = {@Option("searxng"), @Option("brave"), @Option("duckduckgo")})
    String websearch_service() default "searxng";

    @AttributeDefinition(
            name = "Search address",
            description =
                    "Where the service is, such as http://127.0.0.1:8888 or https://api.search.brave.com; it learns"
                            + " what people search for. Empty switches searching off.",
            required = false)
    String websearch_url() default "";

    @AttributeDefinition(name = "Search key", description = "The key for Brave; a secret.", required = false)
    String _websearch_key() default "";

    @AttributeDefinition(
            name = "Search time limit",
            description = "Seconds that the service may take for an answer.",
            min = "1",
            max = "60")
    int websearch_seconds() default 8;

    @AttributeDefinition(name = "Results", description = "Results that are shown.", min = "1", max = "20")
    int websearch_results() default 3;
}
