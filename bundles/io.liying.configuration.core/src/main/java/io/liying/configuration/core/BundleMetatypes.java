package io.liying.configuration.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.apache.felix.metatype.OCD;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * Reads the metatype files of all installed bundles, when somebody asks for the first time. The files themselves are
 * read, since {@code MetaTypeService} does not tell the bounds of a value. A bundle without components is not opened: it
 * has nothing that a section of ours could configure.
 */
final class BundleMetatypes implements Metatypes {

    private static final String FOLDER = "OSGI-INF/metatype";

    private final BundleContext context;
    private @Nullable Map<String, Map<String, Attribute>> sections;

    BundleMetatypes(BundleContext context) {
        this.context = context;
    }

    static boolean describes(Bundle bundle) {
        return bundle.getState() != Bundle.UNINSTALLED && hasComponents(bundle) && bundle.getEntryPaths(FOLDER) != null;
    }

    private static boolean hasComponents(Bundle bundle) {
        return bundle.getHeaders("").get("Service-Component") != null;
    }

    /** Reads again at the next question. */
    synchronized void forget() {
        sections = null;
    }

    @Override
    public synchronized Optional<Map<String, Attribute>> section(String section) {
        Map<String, Map<String, Attribute>> known = sections;
        if (known == null) {
            known = new TreeMap<>();
            for (Bundle bundle : context.getBundles()) {
                if (hasComponents(bundle)) {
                    read(bundle, known);
                }
            }
            sections = known;
        }
        return Optional.ofNullable(known.get(section));
    }

    private static void read(Bundle bundle, Map<String, Map<String, Attribute>> known) {
        Enumeration<String> paths = bundle.getEntryPaths(FOLDER);
        while (paths != null && paths.hasMoreElements()) {
            String path = paths.nextElement();
            URL file = path.endsWith(".xml") ? bundle.getEntry(path) : null;
            if (file == null) {
                continue;
            }
            try (InputStream stream = file.openStream()) {
                MetaData data = new MetaDataReader().parse(stream);
                if (data != null) {
                    read(data, known);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(path + " of " + bundle + " cannot be read", failure);
            }
        }
    }

    static void read(MetaData data, Map<String, Map<String, Attribute>> known) {
        if (data.getDesignates() == null) {
            return;
        }
        for (Object entry : data.getDesignates()) {
            Designate designate = (Designate) entry;
            String pid = designate.getPid();
            if (pid == null || !pid.startsWith(YamlConfigurations.PID_PREFIX)) {
                continue;
            }
            Map<String, Attribute> section = known.computeIfAbsent(
                    pid.substring(YamlConfigurations.PID_PREFIX.length()), name -> new TreeMap<>());
            OCD description = (OCD)
                    data.getObjectClassDefinitions().get(designate.getObject().getOcdRef());
            if (description == null || description.getAttributeDefinitions() == null) {
                continue;
            }
            for (Object definition : description.getAttributeDefinitions().values()) {
                Attribute attribute = attribute((AD) definition);
                section.put(Attribute.bare(attribute.id()), attribute);
            }
        }
    }

    private static Attribute attribute(AD definition) {
        Attribute.Type type = switch (definition.getType()) {
            case AttributeDefinition.LONG -> Attribute.Type.LONG;
            case AttributeDefinition.INTEGER -> Attribute.Type.INTEGER;
            case AttributeDefinition.SHORT -> Attribute.Type.SHORT;
            case AttributeDefinition.CHARACTER -> Attribute.Type.CHARACTER;
            case AttributeDefinition.BYTE -> Attribute.Type.BYTE;
            case AttributeDefinition.DOUBLE -> Attribute.Type.DOUBLE;
            case AttributeDefinition.FLOAT -> Attribute.Type.FLOAT;
            case AttributeDefinition.BOOLEAN -> Attribute.Type.TRUTH;
            default -> Attribute.Type.TEXT;
        };
        String @Nullable [] options = definition.getOptionValues();
        return new Attribute(
                definition.getID(),
                type,
                definition.getCardinality() != 0,
                bound(definition.getMin()),
                bound(definition.getMax()),
                options == null ? List.of() : List.of(options));
    }

    private static Optional<BigDecimal> bound(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
    }
}
