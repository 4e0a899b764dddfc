package org.yichuang.journal.reading;

/**
 * A place in the record: the epoch, which counts the servers that the database has lived on, the writing transaction
 * there, and the sequence inside it. The transaction is PostgreSQL's unsigned 64-bit number in its own words.
 */
record Position(int epoch, String tx, long seq) {}
