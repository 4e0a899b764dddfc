package org.yichuang.journal.reading;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalReader;
import org.yichuang.shared.web.DatabaseAway;

/** One step of one reader: a batch of entries and the new position, in one transaction. */
@Component
class ReaderSteps {
    static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(ReaderSteps.class);

    private final ReaderStore store;
    private final TransactionTemplate transaction;

    ReaderSteps(ReaderStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How a step went. */
    sealed interface Outcome {
        /** There may be more at once. */
        record More() implements Outcome {}

        /** All there is has been read, or another node is reading it. */
        record Rest() implements Outcome {}

        /** Stopped at an entry, so many times in a row by now. */
        record Failed(int failures) implements Outcome {}
    }

    /** A reader threw at an entry: rolls back the batch. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Position at;
        final boolean first;

        Stopped(Position at, boolean first, Throwable cause) {
            super("at transaction " + at.tx() + ", entry " + at.seq() + ": " + cause, cause);
            this.at = at;
            this.first = first;
        }
    }

    /** A batch at once; when that fails, entry by entry. A database that is away is no fault of an entry. */
    Outcome step(JournalReader reader) {
        try {
            return batch(reader, stretch -> whole(reader, stretch));
        } catch (RuntimeException | Error e) {
            if (DatabaseAway.caused(e)) {
                throw e;
            }
            log.warn(
                    "The journal's reader {} did not take a batch at once: {}",
                    reader.name(),
                    String.valueOf(e.getMessage()));
            return oneByOne(reader);
        }
    }

    private Outcome whole(JournalReader reader, ReaderStore.Stretch stretch) {
        List<Entry> wanted = stretch.entries().stream()
                .filter(ReaderStore.Read::wanted)
                .map(ReaderStore.Read::entry)
                .toList();
        if (!wanted.isEmpty()) {
            reader.readAll(wanted);
        }
        if (!stretch.entries().isEmpty()) {
            store.move(reader.name(), stretch.entries().getLast().position());
        }
        return stretch.full() ? new Outcome.More() : new Outcome.Rest();
    }

    /** What stands before a failing entry is kept: the batch is done again up to there; its next step records why. */
    private Outcome oneByOne(JournalReader reader) {
        try {
            return batch(reader, stretch -> read(reader, stretch, null));
        } catch (Stopped stopped) {
            return stopped.first ? failed(reader, stopped) : upTo(reader, stopped.at);
        } catch (RuntimeException e) {
            return failed(reader, e);
        }
    }

    private Outcome upTo(JournalReader reader, Position end) {
        try {
            return batch(reader, stretch -> read(reader, stretch, end));
        } catch (RuntimeException e) {
            return failed(reader, e);
        }
    }

    private Outcome batch(JournalReader reader, Function<ReaderStore.Stretch, Outcome> how) {
        return Objects.requireNonNull(transaction.execute(status -> store.take(reader.name())
                .map(taken -> how.apply(store.next(taken, reader.kinds(), BATCH)))
                .orElseGet(() -> missing(reader))));
    }

    /** Another node has its row; or it is new, or was deleted to begin anew. */
    private Outcome missing(JournalReader reader) {
        return store.create(reader.name()) ? new Outcome.More() : new Outcome.Rest();
    }

    private Outcome read(JournalReader reader, ReaderStore.Stretch stretch, @Nullable Position end) {
        Position last = null;
        for (ReaderStore.Read next : stretch.entries()) {
            if (next.position().equals(end)) {
                break;
            }
            if (next.wanted()) {
                read(reader, next, last == null);
            }
            last = next.position();
        }
        if (last != null) {
            store.move(reader.name(), last);
        }
        return stretch.full() || end != null ? new Outcome.More() : new Outcome.Rest();
    }

    private static void read(JournalReader reader, ReaderStore.Read next, boolean first) {
        try {
            reader.read(next.entry());
        } catch (RuntimeException | Error e) {
            throw new Stopped(next.position(), first, e);
        }
    }

    private Outcome failed(JournalReader reader, RuntimeException why) {
        if (DatabaseAway.caused(why)) {
            throw why;
        }
        log.error("The journal's reader {} stopped and will try again", reader.name(), why);
        Integer failures = transaction.execute(status -> store.fail(reader.name(), String.valueOf(why.getMessage())));
        return new Outcome.Failed(Objects.requireNonNull(failures));
    }
}
