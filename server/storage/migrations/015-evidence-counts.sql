-- What the browser of whoever brought an original counted in it, and how much it masked. Null where that was not noted.
ALTER TABLE evidence_originals ADD COLUMN read_count INTEGER;
ALTER TABLE evidence_originals ADD COLUMN masked_count INTEGER;
