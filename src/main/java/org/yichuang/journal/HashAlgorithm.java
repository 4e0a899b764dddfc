package org.yichuang.journal;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.yichuang.shared.Digest;

/** What an entry was hashed with. It stands in the entry, so that a record that changed over verifies as a whole. */
public enum HashAlgorithm {
    SHA_256("SHA-256") {
        @Override
        public byte[] hash(byte[] bytes) {
            return Digest.sha256(bytes);
        }
    },
    /** GB/T 32905. */
    SM3("SM3") {
        @Override
        public byte[] hash(byte[] bytes) {
            SM3Digest digest = new SM3Digest();
            digest.update(bytes, 0, bytes.length);
            byte[] hash = new byte[digest.getDigestSize()];
            digest.doFinal(hash, 0);
            return hash;
        }
    };

    private final String label;

    HashAlgorithm(String label) {
        this.label = label;
    }

    /** 32 bytes. */
    public abstract byte[] hash(byte[] bytes);

    /** As it stands in the database, in the configuration and in the hashed document. */
    public String label() {
        return label;
    }

    public static HashAlgorithm of(String label) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.label.equals(label)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("No hash algorithm of the journal is called " + label);
    }
}
