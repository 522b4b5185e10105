-- In ms. Null while the incident lasts, or where nobody knows.
ALTER TABLE postmortems ADD COLUMN resolved_at INTEGER;

-- Every decision on how an incident is reviewed. The newest one counts; none is changed or deleted.
CREATE TABLE triages (
  number INTEGER PRIMARY KEY,
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  -- JSON: what was known, and what was suggested then; null where too little was known to suggest anything.
  facts TEXT NOT NULL,
  verdict TEXT,
  -- What was decided.
  format TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  reason TEXT NOT NULL,
  -- Null where the command line decided.
  decided_by TEXT REFERENCES people,
  decided_at INTEGER NOT NULL
) STRICT;
CREATE INDEX triages_by_postmortem ON triages (postmortem_id, number);
