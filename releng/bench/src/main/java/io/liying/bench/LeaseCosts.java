package io.liying.bench;

import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What the benchmark "lease" measures, each with JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LeaseCosts {

    private final LeaseFixture fixture = LeaseFixture.create();
    private final Skill skill = fixture.skill();
    private final SkillRequest request = fixture.request();
    private final BundleContext context = fixture.framework().getBundleContext();
    private final ServiceReference<Skill> reference = fixture.reference();

    /** The skill, held in a field and called: what there is without any of this. */
    @Benchmark
    public SkillAnswer plainCall() throws SkillException, InterruptedException {
        return skill.answer(request);
    }

    /** A lease is taken and ended. */
    @Benchmark
    public Object lease() {
        try (SkillLease lease = fixture.registry().lease(LeaseFixture.INTENT).orElseThrow()) {
            return lease;
        }
    }

    /** A lease is taken, the skill called through it with all its limits on a thread of its own, and the lease ended. */
    @Benchmark
    public SkillAnswer leaseAndGuardedCall() throws SkillException, InterruptedException {
        try (SkillLease lease = fixture.registry().lease(LeaseFixture.INTENT).orElseThrow()) {
            return lease.answer(request);
        }
    }

    /** The service is got and given back with a reference that was looked up before. */
    @Benchmark
    public Object osgiGetAndUnget() {
        try {
            return context.getService(reference);
        } finally {
            context.ungetService(reference);
        }
    }

    /** The service is looked up by its name, got and given back. */
    @Benchmark
    public Object osgiLookupGetAndUnget() {
        ServiceReference<Skill> found = context.getServiceReference(Skill.class);
        try {
            return context.getService(found);
        } finally {
            context.ungetService(found);
        }
    }

    @TearDown
    public void end() throws Exception {
        fixture.close();
    }
}
