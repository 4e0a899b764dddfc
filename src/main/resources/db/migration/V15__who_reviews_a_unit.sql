-- AL-38: what is denied in writing names the remedies, and with them who is competent. It differs by unit: a bureau's
-- decisions are reviewed by its own government, a dispatched office's by the city's, the tax service's by the one above.
alter table network.unit
    add column review_body text,
    add column court text;
