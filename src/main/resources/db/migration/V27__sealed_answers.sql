-- A kept answer holds what somebody typed, a draft's numbers and telephones among it, also after they deleted it. It is
-- read from now on only by who sends the key again, which is not kept.
alter table identity.kept_answer add sealed bytea; -- null: of before, in body
comment on column identity.kept_answer.sealed is 'AES-GCM: nonce, then the body';
