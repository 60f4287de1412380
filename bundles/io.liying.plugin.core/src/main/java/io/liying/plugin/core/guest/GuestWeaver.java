package io.liying.plugin.core.guest;

import io.liying.plugin.api.ForbiddenCalls;
import io.liying.plugin.api.GuestDrivers;
import io.liying.plugin.api.GuestLoops;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes plugins' classes when they are loaded: calls that would end the process throw instead, JDBC drivers are
 * registered in the host's name, and before each backward jump and where an exception is caught stands a question whether
 * the plugin may go on, so that neither a loop nor a wait that is begun again ignores its interruption for ever.
 * Reflection gets around the first; a loop inside the JDK, such as an endless stream, around the last.
 */
public final class GuestWeaver implements WeavingHook {

    private static final Logger log = LoggerFactory.getLogger(GuestWeaver.class);
    private static final ClassDesc INSTEAD = ClassDesc.of(ForbiddenCalls.class.getName());
    private static final ClassDesc LOOPS = ClassDesc.of(GuestLoops.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final ClassDesc DRIVERS = ClassDesc.of(GuestDrivers.class.getName());
    private static final String REGISTER_DRIVER = "java/sql/DriverManager.registerDriver";
    private static final String RUNTIME = "java/lang/Runtime";

    /** Method by {@code owner.name}, with the descriptor of what stands in its place. */
    private static final Map<String, MethodTypeDesc> FORBIDDEN = Map.of(
            "java/lang/System.exit",
            MethodTypeDesc.ofDescriptor("(I)V"),
            RUNTIME + ".exit",
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Runtime;I)V"),
            RUNTIME + ".halt",
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Runtime;I)V"),
            RUNTIME + ".addShutdownHook",
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Runtime;Ljava/lang/Thread;)V"));

    @Override
    public void weave(WovenClass woven) {
        if (!GuestBundles.isGuest(woven.getBundleWiring().getBundle())) {
            return;
        }
        try {
            woven.setBytes(woven(woven.getBytes(), woven.getBundleWiring().getClassLoader()));
            woven.getDynamicImports().add(ForbiddenCalls.class.getPackageName());
        } catch (IllegalArgumentException unreadable) {
            log.error(
                    "The class {} of a plugin cannot be made safe and is not loaded", woven.getClassName(), unreadable);
            throw unreadable;
        }
    }

    /** @param loader finds the classes that the class mentions, as files: nothing is loaded */
    static byte[] woven(byte[] bytes, ClassLoader loader) {
        ClassHierarchyResolver resolver =
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
        ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
        return files.transformClass(
                files.parse(bytes),
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(LoopsAndExits::new)));
    }

    private static final class LoopsAndExits implements CodeTransform {

        private final Set<Label> passed = new HashSet<>();
        private final Set<Label> catches = new HashSet<>();

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case ExceptionCatch handler -> handler.catchType().ifPresent(named -> catches.add(handler.handler()));
                case LabelTarget target -> {
                    passed.add(target.label());
                    if (catches.contains(target.label())) {
                        code.with(target).invokestatic(LOOPS, "check", NOTHING);
                        return;
                    }
                }
                case BranchInstruction jump
                when passed.contains(jump.target()) -> code.invokestatic(LOOPS, "check", NOTHING);
                case InvokeInstruction call
                when FORBIDDEN.containsKey(method(call)) -> {
                    code.invokestatic(INSTEAD, call.name().stringValue(), FORBIDDEN.get(method(call)));
                    return;
                }
                case InvokeInstruction call
                when method(call).equals(REGISTER_DRIVER) && call.typeSymbol().parameterCount() == 1 -> {
                    code.invokestatic(DRIVERS, "registerDriver", call.typeSymbol());
                    return;
                }
                default -> {
                    // as it is
                }
            }
            code.with(element);
        }

        private static String method(InvokeInstruction call) {
            return call.owner().asInternalName() + '.' + call.name().stringValue();
        }
    }
}
