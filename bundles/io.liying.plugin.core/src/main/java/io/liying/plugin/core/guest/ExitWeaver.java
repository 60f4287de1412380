package io.liying.plugin.core.guest;

import io.liying.plugin.api.ForbiddenCalls;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Takes the calls that would end the process out of plugins' classes when they are loaded. Reflection gets around it; the
 * scan at the installation reports that.
 */
public final class ExitWeaver implements WeavingHook {

    private static final ClassDesc INSTEAD = ClassDesc.of(ForbiddenCalls.class.getName());
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
        replace(woven.getBytes()).ifPresent(bytes -> {
            woven.setBytes(bytes);
            woven.getDynamicImports().add(ForbiddenCalls.class.getPackageName());
        });
    }

    /** The class without its forbidden calls, or empty if it has none. */
    static Optional<byte[]> replace(byte[] bytes) {
        ClassFile files = ClassFile.of();
        ClassModel parsed = files.parse(bytes);
        boolean any = false;
        for (PoolEntry entry : parsed.constantPool()) {
            any |= entry instanceof MemberRefEntry member
                    && FORBIDDEN.containsKey(member.owner().asInternalName()
                            + '.'
                            + member.name().stringValue());
        }
        if (!any) {
            return Optional.empty();
        }
        CodeTransform calls = (code, element) -> {
            if (element instanceof InvokeInstruction call) {
                String method =
                        call.owner().asInternalName() + '.' + call.name().stringValue();
                MethodTypeDesc instead = FORBIDDEN.get(method);
                if (instead != null) {
                    code.invokestatic(INSTEAD, call.name().stringValue(), instead);
                    return;
                }
            }
            code.with(element);
        };
        return Optional.of(files.transformClass(parsed, ClassTransform.transformingMethodBodies(calls)));
    }
}
