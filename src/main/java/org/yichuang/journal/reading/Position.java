package org.yichuang.journal.reading;

/**
 * A place in the record: the writing transaction, and the sequence inside it. The transaction is PostgreSQL's unsigned
 * 64-bit number in its own words.
 */
record Position(String tx, long seq) {}
