package io.liying.plugin.core.trust;

import io.liying.plugin.api.Finding;
import io.liying.plugin.api.Permission.Kind;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.archive.BundleJar;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.archive.Refusals;
import io.liying.plugin.core.archive.ZipContent;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds uses of powerful parts of the platform in a plugin's bytecode, without loading it. It reads what each class file
 * refers to, so that a use in dead code counts and one hidden behind strings shows as reflection only.
 *
 * <p>A network permission for some hosts covers the host's {@code PluginHttp}, which keeps to them, but not a socket,
 * which would not: only the permission for every host ({@code *}) does. Calls of {@code java.nio.file.Files} are files even
 * where a plugin writes to its own folder only.
 */
public final class BytecodeScan {

    /** At the most so many findings of each kind are told. */
    static final int MOST_OF_A_KIND = 40;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::permitted)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::className)
            .thenComparing(Finding::use);

    private final Refusals refusals;

    BytecodeScan(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Scans every class of every bundle and of the jars in them.
     *
     * @return each use once, those that no permission covers first
     * @throws PluginException if a class file cannot be parsed
     */
    public List<Finding> scan(PluginArchive archive) throws PluginException {
        TreeSet<Finding> found = new TreeSet<>(ORDER);
        for (BundleJar bundle : archive.bundles()) {
            scan(bundle.content(), archive.descriptor(), found);
            for (ZipContent embedded : bundle.embedded()) {
                scan(embedded, archive.descriptor(), found);
            }
        }
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : found) {
            if (counts.merge(finding.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private void scan(ZipContent jar, PluginDescriptor descriptor, TreeSet<Finding> found) throws PluginException {
        for (String name : jar.names()) {
            if (!name.endsWith(".class")) {
                continue;
            }
            try {
                scan(ClassFile.of().parse(jar.read(name).orElseThrow()), descriptor, found);
            } catch (RuntimeException malformed) {
                // The parser reads lazily and throws whatever a hostile class file leads it to.
                throw refusals.refuse("plugin.class.unreadable", Map.of("file", jar.label(), "entry", name), malformed);
            }
        }
    }

    private static void scan(ClassModel type, PluginDescriptor descriptor, TreeSet<Finding> found) {
        String className = type.thisClass().asInternalName().replace('/', '.');
        if (className.equals("module-info")) {
            return;
        }
        for (PoolEntry entry : type.constantPool()) {
            switch (entry) {
                case ClassEntry owner -> {
                    String name = element(owner.asInternalName());
                    PowerfulUse.ofClass(name)
                            .ifPresent(kind -> add(kind, className, name.replace('/', '.'), descriptor, found));
                }
                case MemberRefEntry member -> {
                    String owner = member.owner().asInternalName();
                    String name = member.name().stringValue();
                    PowerfulUse.ofMethod(owner, name, member.type().stringValue())
                            .ifPresent(kind -> add(kind, className, use(owner, name), descriptor, found));
                }
                default -> {}
            }
        }
        for (MethodModel method : type.methods()) {
            if (method.flags().has(AccessFlag.NATIVE)) {
                String name = "native " + method.methodName().stringValue();
                add(Kind.NATIVE_CODE, className, name, descriptor, found);
            }
        }
    }

    private static void add(
            Kind kind, String className, String use, PluginDescriptor descriptor, TreeSet<Finding> found) {
        List<String> permitted = descriptor.permitted(kind);
        boolean covered = kind == Kind.NETWORK ? permitted.contains("*") : !permitted.isEmpty();
        found.add(new Finding(kind, className, use, covered));
    }

    private static String use(String owner, String name) {
        String type = owner.replace('/', '.');
        return name.equals("<init>") ? type : type + "." + name;
    }

    /** The class of an array class such as {@code [Ljava/io/File;}. */
    private static String element(String name) {
        int from = name.lastIndexOf('[') + 1;
        boolean array = from > 0 && from < name.length() && name.charAt(from) == 'L' && name.endsWith(";");
        return array ? name.substring(from + 1, name.length() - 1) : name;
    }
}
