package io.liying.plugin.core.trust;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.plugin.api.Finding;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.Signature;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.archive.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a plugin's file: who vouches for it, what it uses, and what a person must approve. Safe for use by many threads. */
public final class Trust {

    private static final String PUBLISHER = "publisher:";

    private final TrustStore store;
    private final UnsignedPolicy unsigned;
    private final UnsignedPolicy findings;
    private final Refusals refusals;
    private final SignatureCheck signatures;
    private final BytecodeScan scan;

    /**
     * @param unsigned for files that are not signed, or by somebody who is not in the store
     * @param findings for uses of powerful code that no permission covers
     */
    public Trust(TrustStore store, UnsignedPolicy unsigned, UnsignedPolicy findings, MessageCatalogs catalogs) {
        this(store, unsigned, findings, catalogs, Clock.systemUTC());
    }

    /** @param clock tells whether a certificate is valid now */
    public Trust(
            TrustStore store, UnsignedPolicy unsigned, UnsignedPolicy findings, MessageCatalogs catalogs, Clock clock) {
        this.store = store;
        this.unsigned = unsigned;
        this.findings = findings;
        this.refusals = new Refusals(catalogs.of(Trust.class));
        this.signatures = new SignatureCheck(refusals, clock);
        this.scan = new BytecodeScan(refusals);
    }

    /**
     * Checks the signature and the bytecode.
     *
     * @throws PluginException if the file was revoked, its signature is broken or not valid, or a policy refuses it
     */
    public PluginInspection inspect(PluginArchive archive) throws PluginException {
        try {
            checkNotRevoked(archive, archive.sha256());
            Signature signature = signature(archive);
            List<Finding> found = scan.scan(archive);
            Set<String> approvals = new LinkedHashSet<>();
            approveSignature(archive, signature, approvals);
            for (Permission permission : archive.descriptor().permissions()) {
                if (permission.kind() != Permission.Kind.STORAGE) {
                    approvals.add(permission.code());
                }
            }
            approveFindings(archive, found, approvals);
            return new PluginInspection(
                    archive.descriptor(), archive.bytes(), archive.sha256(), signature, found, List.copyOf(approvals));
        } catch (IOException failure) {
            throw refusals.refuse("plugin.trust.unreadable", Map.of("file", name(archive)), failure);
        }
    }

    /**
     * Keeps what was approved for good: the publisher of a plugin is trusted from now on.
     *
     * @param approvals what a person approved; all but {@code publisher:FINGERPRINT} of this very archive are ignored
     * @throws PluginException if the archive's signature is broken, or the publisher cannot be kept
     */
    public void approve(PluginArchive archive, Collection<String> approvals) throws PluginException {
        if (approvals.stream().noneMatch(approval -> approval.startsWith(PUBLISHER))) {
            return;
        }
        try {
            for (X509Certificate signer : signers(archive)) {
                String fingerprint = Certificates.fingerprint(signer);
                checkNotRevoked(archive, fingerprint);
                if (approvals.contains(PUBLISHER + fingerprint)) {
                    store.add(signer);
                }
            }
        } catch (IOException failure) {
            throw refusals.refuse("plugin.trust.unreadable", Map.of("file", name(archive)), failure);
        }
    }

    private Signature signature(PluginArchive archive) throws PluginException, IOException {
        List<X509Certificate> signers = signers(archive);
        if (signers.isEmpty()) {
            return Signature.unsigned();
        }
        X509Certificate shown = signers.getFirst();
        boolean trusted = false;
        for (X509Certificate signer : signers) {
            checkNotRevoked(archive, Certificates.fingerprint(signer));
            if (!trusted && store.isTrusted(signer)) {
                trusted = true;
                shown = signer;
            }
        }
        return new Signature(
                trusted ? Signature.State.TRUSTED : Signature.State.UNKNOWN_PUBLISHER,
                Optional.of(Certificates.subject(shown)),
                Optional.of(Certificates.fingerprint(shown)));
    }

    /** The JDK verifies the file, so the file must still be what was read. */
    private List<X509Certificate> signers(PluginArchive archive) throws PluginException, IOException {
        List<X509Certificate> signers = signatures.signers(archive);
        if (Files.size(archive.file()) != archive.bytes()
                || !Certificates.sha256(Files.readAllBytes(archive.file())).equals(archive.sha256())) {
            throw refusals.refuse("plugin.file.changed", Map.of("file", name(archive)));
        }
        return signers;
    }

    private void checkNotRevoked(PluginArchive archive, String sha256) throws PluginException, IOException {
        if (store.isRevoked(sha256)) {
            String code = sha256.equals(archive.sha256()) ? "plugin.file.revoked" : "plugin.signature.revoked";
            throw refusals.refuse(code, Map.of("file", name(archive), "fingerprint", sha256));
        }
    }

    private void approveSignature(PluginArchive archive, Signature signature, Set<String> approvals)
            throws PluginException {
        boolean none = signature.state() == Signature.State.UNSIGNED;
        if (signature.state() == Signature.State.TRUSTED || unsigned == UnsignedPolicy.ALLOW) {
            return;
        }
        if (unsigned == UnsignedPolicy.DENY) {
            String code = none ? "plugin.signature.missing" : "plugin.signature.unknown";
            String publisher = signature.publisher().orElse("");
            String fingerprint = signature.fingerprint().orElse("");
            throw refusals.refuse(
                    code, Map.of("file", name(archive), "publisher", publisher, "fingerprint", fingerprint));
        }
        approvals.add(none ? "unsigned" : PUBLISHER + signature.fingerprint().orElseThrow());
    }

    private void approveFindings(PluginArchive archive, List<Finding> found, Set<String> approvals)
            throws PluginException {
        List<Finding> uncovered =
                found.stream().filter(finding -> !finding.permitted()).toList();
        if (uncovered.isEmpty() || findings == UnsignedPolicy.ALLOW) {
            return;
        }
        if (findings == UnsignedPolicy.DENY) {
            String uses =
                    uncovered.stream().map(Finding::use).distinct().limit(3).collect(Collectors.joining(", "));
            String permission = uncovered.getFirst().kind().code();
            throw refusals.refuse(
                    "plugin.finding.refused", Map.of("file", name(archive), "use", uses, "permission", permission));
        }
        uncovered.forEach(finding -> approvals.add("finding:" + finding.kind().code()));
    }

    private static String name(PluginArchive archive) {
        return String.valueOf(archive.file().getFileName());
    }
}
