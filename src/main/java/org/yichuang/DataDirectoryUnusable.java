package org.yichuang;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the server's own PostgreSQL does not start, instead of a stack trace. */
class DataDirectoryUnusable extends AbstractFailureAnalyzer<DataDirectory.Unusable> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, DataDirectory.Unusable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
